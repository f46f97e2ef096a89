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
    private boolean isBroken;

    /**
     * Whether the byte may stand here; not asked for the ASCII characters after a complete one. Once a byte was refused, so is
     * all that follows.
     */
    boolean accepts(byte next, long position) {
        if (!isBroken) {
            isBroken = expected == 0 ? !begins(next & 0xFF, position) : !continues(next & 0xFF);
        }
        return !isBroken;
    }

    /** Whether the last character is complete, and no byte was refused. */
    boolean isComplete() {
        return expected == 0 && !isBroken;
    }

    /** Where the character begins that the last byte belongs to. */
    long characterStart() {
        return characterStart;
    }

    private boolean continues(int value) {
        boolean continues = value >= lowest && value <= highest;
        expected--;
        lowest = 0x80;
        highest = 0xBF;
        return continues;
    }

    private boolean begins(int value, long position) {
        characterStart = position;
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
        return expected > 0 || value < 0x80;
    }
}
