/** What a source of any technology has to do, and the sources there are. */
@NullMarked
package io.migrator.exporter.connector;

import org.jspecify.annotations.NullMarked;
