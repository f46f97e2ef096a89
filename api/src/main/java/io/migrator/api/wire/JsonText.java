package io.migrator.api.wire;

import java.util.Arrays;

/** JSON text under construction, as UTF-8 in a buffer that grows and is used again. Belongs to one thread. */
final class JsonText {

    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes;
    private int length;

    JsonText(int capacity) {
        bytes = new byte[capacity];
    }

    /** The bytes of a text that holds nothing but ASCII characters. */
    static byte[] ascii(String text) {
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) text.charAt(i);
        }
        return ascii;
    }

    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What is JSON already. */
    JsonText raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** One character of punctuation. */
    JsonText raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** A field's name; its value follows. */
    JsonText name(String name) {
        return separated().text(name).raw(':');
    }

    /** The same, of a name that was written before, colon included. */
    JsonText name(byte[] name) {
        return separated().raw(name);
    }

    private JsonText separated() {
        return length > 0 && bytes[length - 1] != '{' ? raw(',') : this;
    }

    JsonText number(long value) {
        String digits = Long.toString(value);
        reserve(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            bytes[length++] = (byte) digits.charAt(i);
        }
        return this;
    }

    /** A string. Half of a surrogate pair, which has no UTF-8 form, is escaped, so that every text arrives as it is. */
    JsonText text(String text) {
        reserve(LONGEST_ESCAPE * text.length() + 2);
        bytes[length++] = '"';
        int end = text.length();
        int i = 0;
        while (i < end) {
            char c = text.charAt(i++);
            if (isPlain(c)) {
                bytes[length++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i < end && Character.isLowSurrogate(text.charAt(i))) {
                pair(Character.toCodePoint(c, text.charAt(i++)));
            } else {
                special(c);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    private void special(char c) {
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) c;
        } else if (c < ' ' || Character.isSurrogate(c)) {
            escape(c);
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            continuation(c);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            continuation(c >> 6);
            continuation(c);
        }
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[c >> shift & 0xF];
        }
    }

    private void pair(int codePoint) {
        bytes[length++] = (byte) (0xF0 | codePoint >> 18);
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
    }

    private void continuation(int bits) {
        bytes[length++] = (byte) (0x80 | bits & 0x3F);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
        }
    }
}
