package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.cells.SpreadsheetCells;

/**
 * How the records of a file are written.
 *
 * @param delimiter the field separator
 * @param spreadsheetSafe whether cells carry the apostrophe that keeps a spreadsheet from running them; it is no part of the cell
 */
public record RecordForm(char delimiter, boolean spreadsheetSafe) {

    /** The cell, from its text as it stands in the file. */
    String cell(String text) {
        return spreadsheetSafe ? SpreadsheetCells.unescaped(text) : text;
    }
}
