package io.migrator.api.wire;

import org.jspecify.annotations.Nullable;

/** What the contract asks of a field's value. */
final class Demands {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_MESSAGE = 2_000;

    private Demands() {}

    static int version(@Nullable Integer version) throws UnreadableMessageException {
        int present = present(version, "version");
        if (present != RowMessage.VERSION) {
            throw new UnreadableMessageException(
                    "version " + present + " is not known; known is " + RowMessage.VERSION);
        }
        return present;
    }

    static <T> T present(@Nullable T value, String field) throws UnreadableMessageException {
        if (value == null) {
            throw new UnreadableMessageException("the field '" + field + "' is missing");
        }
        return value;
    }

    static int atLeastOne(@Nullable Integer value, String field) throws UnreadableMessageException {
        return (int) atLeast(1, present(value, field), field);
    }

    static long atLeast(long least, long value, String field) throws UnreadableMessageException {
        if (value < least) {
            throw new UnreadableMessageException("the field '" + field + "' is less than " + least);
        }
        return value;
    }

    static @Nullable String storableId(@Nullable String text, String field) throws UnreadableMessageException {
        return storable(text, LONGEST_ID, field);
    }

    static @Nullable String storableMessage(@Nullable String text, String field) throws UnreadableMessageException {
        return storable(text, LONGEST_MESSAGE, field);
    }

    /** An answer becomes part of the history and of tables: what a table cannot hold must not get into the history. */
    private static @Nullable String storable(@Nullable String text, int longest, String field)
            throws UnreadableMessageException {
        if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
            throw new UnreadableMessageException(
                    "the field '" + field + "' is longer than " + longest + " characters or holds U+0000");
        }
        return text;
    }
}
