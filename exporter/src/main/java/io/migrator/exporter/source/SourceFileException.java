package io.migrator.exporter.source;

/** The description of a source is not as it has to be; the message has a line for each mistake. */
public final class SourceFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SourceFileException(String message) {
        super(message);
    }
}
