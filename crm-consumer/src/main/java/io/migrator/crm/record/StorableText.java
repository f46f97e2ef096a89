package io.migrator.crm.record;

/** What PostgreSQL takes as text: anything but U+0000 and halves of surrogate pairs, which have no UTF-8 form. */
public final class StorableText {

    private StorableText() {}

    /** Whether the text can be stored, and written as UTF-8. */
    public static boolean test(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == length || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
