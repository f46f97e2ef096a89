package io.migrator.exporter.draft;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.filetype.FileType.FileColumn;

/**
 * That a column of the source may be what a column of a file type is made from.
 *
 * @param likeness from 0 to 1
 */
record ColumnGuess(FileColumn column, SourceColumn from, double likeness) {}
