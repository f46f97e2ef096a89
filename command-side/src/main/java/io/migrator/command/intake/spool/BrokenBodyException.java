package io.migrator.command.intake.spool;

import java.io.IOException;

/** The body of a request ended early or is not in the form that it claims. */
public final class BrokenBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokenBodyException(IOException cause) {
        super(cause);
    }
}
