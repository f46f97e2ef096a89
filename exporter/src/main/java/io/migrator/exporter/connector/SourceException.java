package io.migrator.exporter.connector;

/** The source cannot be used as it was meant to be. The message is for the operator: where, what, and what to do. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isPassing;

    public SourceException(String message, Throwable cause, boolean isPassing) {
        super(message, cause);
        this.isPassing = isPassing;
    }

    public SourceException(String message) {
        super(message);
        this.isPassing = false;
    }

    /** Whether the same may work a little later, such as after a connection has broken. */
    public boolean isPassing() {
        return isPassing;
    }
}
