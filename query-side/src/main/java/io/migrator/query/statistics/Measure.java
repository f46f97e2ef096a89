package io.migrator.query.statistics;

/** What is counted. */
enum Measure {
    /** Files that passed validation. */
    FILE_ACCEPTED,
    /** Files that did not. */
    FILE_REJECTED,
    /** Violations of rejected files, by code. */
    VIOLATION,
    /** Answers that a row is in the target. */
    ROW_SUCCESS,
    /** Answers that the target refused a row, by code; a row refused in two attempts counts twice. */
    ROW_ERROR
}
