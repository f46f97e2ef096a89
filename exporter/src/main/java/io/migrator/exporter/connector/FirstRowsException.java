package io.migrator.exporter.connector;

/** Ends a reading that would go on to the last row. */
final class FirstRowsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FirstRowsException() {
        super("enough", null, false, false);
    }
}
