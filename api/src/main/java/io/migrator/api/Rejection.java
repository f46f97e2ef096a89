package io.migrator.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request that cannot be carried out as things stand: not a fault of the service and not retried by it. The message is
 * meant for the caller and never holds row content.
 */
public class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** What kind of refusal it is; the REST layer turns it into a status. */
    public enum Kind {
        /** Does not exist, or belongs to another tenant (404). */
        NOT_FOUND,
        /** Not allowed in the present state (409). */
        CONFLICT,
        /** The request itself is malformed (400). */
        MALFORMED,
        /** The request is larger than what is accepted (413). */
        TOO_LARGE,
        /** The content was read and breaks its rules (422). */
        UNPROCESSABLE,
        /** The request cannot be served right now; the same request may succeed later (503). */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;

    /**
     * @param code stable, upper case, documented in the REST contract
     * @param message a sentence that says what to do
     */
    public Rejection(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** The kind of refusal. */
    public Kind kind() {
        return kind;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /**
     * What the answer carries beside code and message, by property name; values are written as JSON. A subclass adds its own,
     * such as the violations of a rejected file.
     */
    public Map<String, Object> properties() {
        return Map.of();
    }

    /** When the same request may succeed, where that is known; no promise. */
    public Optional<Duration> retryAfter() {
        return kind == Kind.UNAVAILABLE ? Optional.of(A_MOMENT) : Optional.empty();
    }

    /** The message; never absent. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code : message;
    }

    /** No upload of the caller's tenant has this id. */
    public static Rejection uploadNotFound() {
        return new Rejection(Kind.NOT_FOUND, "UPLOAD_NOT_FOUND", "There is no upload with this id.");
    }

    /** The upload's state does not allow the command. */
    public static Rejection wrongState(FileStatus status, String command) {
        return new Rejection(
                Kind.CONFLICT,
                "WRONG_STATE",
                "The upload is " + status + "; " + command + " is not possible in this state.");
    }
}
