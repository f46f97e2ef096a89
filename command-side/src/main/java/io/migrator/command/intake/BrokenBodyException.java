package io.migrator.command.intake;

import java.io.IOException;

/** The body of a request ended early or is not in the form that it claims. */
final class BrokenBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenBodyException(IOException cause) {
        super(cause);
    }
}
