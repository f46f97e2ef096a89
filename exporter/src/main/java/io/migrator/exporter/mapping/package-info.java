/** How a row of the source becomes a row of a file type. */
@NullMarked
package io.migrator.exporter.mapping;

import org.jspecify.annotations.NullMarked;
