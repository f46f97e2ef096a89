package io.migrator.exporter.mapping;

/** A cell that cannot be made of what the source has; the row is refused. The message never repeats the value. */
final class CellException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CellException(String reason) {
        super(reason, null, false, false); // one for each such row: no stack trace
    }
}
