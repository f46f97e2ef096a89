/** Directories of CSV files. */
@NullMarked
package io.migrator.exporter.connector.folder;

import org.jspecify.annotations.NullMarked;
