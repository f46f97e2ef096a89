package io.migrator.command.intake.spool;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the text of a file was encoded when it was sent.
 *
 * @param charset the encoding; UTF-16 by its byte order
 * @param markLength bytes of its byte order mark, or 0
 */
public record SentText(Charset charset, int markLength) {

    private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};
    private static final int[][] UTF_32_MARKS = {{0xFF, 0xFE, 0, 0}, {0, 0, 0xFE, 0xFF}};
    private static final int[] LITTLE_ENDIAN_MARK = {0xFF, 0xFE};
    private static final int[] BIG_ENDIAN_MARK = {0xFE, 0xFF};

    /** A byte order mark says more than what was declared. */
    static SentText of(byte[] start, Charset declared) {
        if (begins(start, UTF_8_MARK)) {
            return new SentText(StandardCharsets.UTF_8, UTF_8_MARK.length);
        }
        if (begins(start, LITTLE_ENDIAN_MARK)) {
            return new SentText(StandardCharsets.UTF_16LE, LITTLE_ENDIAN_MARK.length);
        }
        if (begins(start, BIG_ENDIAN_MARK)) {
            return new SentText(StandardCharsets.UTF_16BE, BIG_ENDIAN_MARK.length);
        }
        return new SentText(byteOrdered(declared), 0);
    }

    /** What is wrong with a file that begins this way; asked first, as the mark of UTF-32 begins like one of UTF-16. */
    static Optional<Violation> refusal(byte[] start) {
        for (int[] mark : UTF_32_MARKS) {
            if (begins(start, mark)) {
                return Optional.of(Violation.ofFile(
                        ViolationCode.FILE_ENCODING, "Save the file as UTF-8: it is UTF-32, which is not taken."));
            }
        }
        return Optional.empty();
    }

    /** Whether the bytes can be read as they are. */
    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether the file began with a byte order mark. */
    public boolean isMarked() {
        return markLength > 0;
    }

    /** Without a mark UTF-16 is big-endian (RFC 2781, 4.3). */
    private static Charset byteOrdered(Charset declared) {
        return switch (declared.name()) {
            case "UTF-16" -> StandardCharsets.UTF_16BE;
            case "x-UTF-16LE-BOM" -> StandardCharsets.UTF_16LE;
            default -> declared;
        };
    }

    private static boolean begins(byte[] start, int[] mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
