/** The service's file types, as it tells them itself. */
@NullMarked
package io.migrator.exporter.filetype;

import org.jspecify.annotations.NullMarked;
