package io.migrator.api.wire;

/** A record that is not a message of the contract. The message says what is wrong without repeating content. */
public final class UnreadableMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, without content of the record */
    public UnreadableMessageException(String reason) {
        super(reason);
    }

    /** What is wrong; never absent. */
    @Override
    public String getMessage() {
        String reason = super.getMessage();
        return reason == null ? "" : reason;
    }
}
