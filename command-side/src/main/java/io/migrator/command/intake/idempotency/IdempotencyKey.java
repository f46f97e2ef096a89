package io.migrator.command.intake.idempotency;

import io.migrator.api.Rejection;
import io.migrator.api.filetypes.cells.CardNumbers;
import java.util.List;
import java.util.Optional;

/**
 * What a sender calls one request, so that it can be told from others when it is sent again.
 *
 * @param tenant whose key it is; another's key of the same text has nothing to do with it
 * @param text 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String tenant, String text) {

    /** The name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * The key of a request, if it has one.
     *
     * @param values what stands in the header, once for each time that it is there
     * @throws Rejection when that is no key
     */
    public static Optional<IdempotencyKey> of(String tenant, List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String text = unquoted(values.get(0));
        boolean isVisible = text.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (values.size() > 1 || text.isEmpty() || text.length() > LONGEST || !isVisible) {
            throw new Rejection(
                    Rejection.Kind.MALFORMED,
                    "IDEMPOTENCY_KEY_INVALID",
                    "Give one " + HEADER + " of 1 to " + LONGEST + " visible ASCII characters, or none.");
        }
        if (CardNumbers.isIn(text)) {
            throw new Rejection(
                    Rejection.Kind.MALFORMED,
                    "IDEMPOTENCY_KEY_INVALID",
                    "Give another " + HEADER + ": this one holds a card number, and card numbers are not kept.");
        }
        return Optional.of(new IdempotencyKey(tenant, text));
    }

    /** As a structured field a string stands in quotes, which are not part of it. */
    private static String unquoted(String value) {
        String text = value.strip();
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
