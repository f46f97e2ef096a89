package io.migrator.command.intake.csv;

/**
 * Checks a stream of bytes for being UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF, no
 * character cut short. Sees the bytes in order, once.
 */
final class Utf8Guard {

    private int expected;
    private int lowest;
    private int highest;
    private long characterStart;

    /** Whether the byte may stand here; not asked for the ASCII characters after a complete one. */
    boolean accepts(byte next, long position) {
        int value = next & 0xFF;
        if (expected == 0) {
            characterStart = position;
            return value < 0x80 || begins(value);
        }
        boolean continues = value >= lowest && value <= highest;
        expected--;
        lowest = 0x80;
        highest = 0xBF;
        return continues;
    }

    /** Whether the last character is complete. */
    boolean isComplete() {
        return expected == 0;
    }

    /** Where the character begins that the last byte belongs to. */
    long characterStart() {
        return characterStart;
    }

    private boolean begins(int value) {
        lowest = 0x80;
        highest = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            expected = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            expected = 2;
            lowest = value == 0xE0 ? 0xA0 : 0x80;
            highest = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            expected = 3;
            lowest = value == 0xF0 ? 0x90 : 0x80;
            highest = value == 0xF4 ? 0x8F : 0xBF;
        }
        return expected > 0;
    }
}
