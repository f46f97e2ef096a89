package io.migrator.query.page;

import io.migrator.api.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The opaque text form of the place where a page ended. Clients hand it back as it is; what is in it may change. */
public final class Cursor {

    private static final String SEPARATOR = " ";

    private Cursor() {}

    /** Writes parts that hold no blank. */
    public static String of(Object... parts) {
        String text = String.join(
                SEPARATOR, List.of(parts).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws Rejection {@code CURSOR_INVALID} when it is not a cursor of so many parts
     */
    public static List<String> parts(String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The rejection of a cursor that was not made here. */
    public static Rejection invalid() {
        return new Rejection(
                Rejection.Kind.MALFORMED, "CURSOR_INVALID", "cursor is the nextCursor of an earlier page, unchanged.");
    }
}
