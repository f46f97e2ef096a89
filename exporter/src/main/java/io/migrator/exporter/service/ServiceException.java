package io.migrator.exporter.service;

/** The service cannot be used as it was meant to be. The message is for the operator. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isPassing;

    ServiceException(String message, boolean isPassing) {
        super(message);
        this.isPassing = isPassing;
    }

    /** Whether the same may work a little later. */
    public boolean isPassing() {
        return isPassing;
    }
}
