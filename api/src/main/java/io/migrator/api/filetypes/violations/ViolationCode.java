package io.migrator.api.filetypes.violations;

/** The stable codes of a rejected file's violations; part of the REST contract. */
public enum ViolationCode {
    FILE_EMPTY("Not one byte."),
    FILE_ENCODING("Bytes that are no text in the file's encoding."),
    FILE_ARCHIVE("An archive that cannot be opened, or that holds something else than one CSV file."),
    FILE_ARCHIVE_RATIO("A compressed file that expands out of proportion."),
    FILE_CARD_NUMBER("A card number in the header or the file's name."),
    FILE_HEADER_UNKNOWN("The header is that of no file type."),
    FILE_HEADER_DUPLICATE("The header names a column twice."),
    FILE_NO_ROWS("A header and nothing after it."),
    FILE_TOO_LARGE("More bytes than are taken in."),
    FILE_TOO_MANY_COLUMNS("A header of more columns than are taken in."),
    FILE_TOO_MANY_ROWS("More rows than are taken in."),
    ROW_FIELD_COUNT("More or fewer cells than the header has columns."),
    ROW_QUOTE("A broken quote; nothing after it was read."),
    ROW_TOO_LONG("A record longer than is taken in."),
    CELL_REQUIRED("Empty, though it has to be filled in."),
    CELL_TYPE("Not of the column's type."),
    CELL_LENGTH("Too many characters."),
    CELL_FORMAT("Not written the way the column's values are."),
    CELL_RANGE("Below or above what is allowed."),
    CELL_ENUM("Not one of the allowed values."),
    CELL_NOT_UNIQUE("An earlier row of the file holds the same value."),
    CELL_CONDITION("Breaks a rule between columns or between rows."),
    CELL_CHARACTER("Holds a character that cannot be stored."),
    CELL_CARD_NUMBER("Holds a payment card number.");

    private final String meaning;

    ViolationCode(String meaning) {
        this.meaning = meaning;
    }

    /** What is wrong, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
