package io.migrator.api.filetypes.violations;

/** The stable codes of a rejected file's violations; part of the REST contract. */
public enum ViolationCode {
    /** Not one byte. */
    FILE_EMPTY,
    /** Bytes that are no text in the file's encoding. */
    FILE_ENCODING,
    /** An archive that cannot be opened, or that holds something else than one CSV file. */
    FILE_ARCHIVE,
    /** A compressed file that expands out of proportion. */
    FILE_ARCHIVE_RATIO,
    /** A card number in the header or the file's name. */
    FILE_CARD_NUMBER,
    /** The header is that of no file type. */
    FILE_HEADER_UNKNOWN,
    /** The header names a column twice. */
    FILE_HEADER_DUPLICATE,
    /** A header and nothing after it. */
    FILE_NO_ROWS,
    /** More bytes than are taken in. */
    FILE_TOO_LARGE,
    /** A header of more columns than are taken in. */
    FILE_TOO_MANY_COLUMNS,
    /** More rows than are taken in. */
    FILE_TOO_MANY_ROWS,
    /** More or fewer cells than the header has columns. */
    ROW_FIELD_COUNT,
    /** A broken quote; nothing after it was read. */
    ROW_QUOTE,
    /** A record longer than is taken in. */
    ROW_TOO_LONG,
    /** Empty, though it has to be filled in. */
    CELL_REQUIRED,
    /** Not of the column's type. */
    CELL_TYPE,
    /** Too many characters. */
    CELL_LENGTH,
    /** Not written the way the column's values are. */
    CELL_FORMAT,
    /** Below or above what is allowed. */
    CELL_RANGE,
    /** Not one of the allowed values. */
    CELL_ENUM,
    /** An earlier row of the file holds the same value. */
    CELL_NOT_UNIQUE,
    /** Breaks a rule between columns or between rows. */
    CELL_CONDITION,
    /** Holds a character that cannot be stored. */
    CELL_CHARACTER,
    /** Holds a payment card number. */
    CELL_CARD_NUMBER
}
