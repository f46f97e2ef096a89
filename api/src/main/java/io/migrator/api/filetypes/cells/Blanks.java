package io.migrator.api.filetypes.cells;

/** Blanks around a text: spaces and tabs. */
public final class Blanks {

    private Blanks() {}

    /** The text without blanks at its ends; the same object when there are none. */
    public static String trim(String text) {
        int end = text.length();
        int start = 0;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
