package io.migrator.command.intake.csv;

import io.migrator.command.intake.spool.SpooledFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A first line {@code sep=;}, by which spreadsheets are told the separator of a file. It is no record of it.
 *
 * @param separator the one that it names, if it is one that is taken
 * @param end the position of the line after it
 */
public record SeparatorLine(Optional<Character> separator, long end) {

    /** The separators that are taken, the usual one first. */
    public static final String SEPARATORS = ",;\t|";

    private static final String BEGIN = "sep=";
    private static final int LONGEST = BEGIN.length() + 3;

    /** The line, when the file begins with one. */
    public static Optional<SeparatorLine> of(SpooledFile file) {
        int first = SpoolReader.firstPosition(file);
        byte[] start = new byte[LONGEST];
        int count = Math.max(0, file.read(first, start, 0, LONGEST));
        String line = new String(start, 0, count, StandardCharsets.ISO_8859_1);
        if (!line.toLowerCase(Locale.ROOT).startsWith(BEGIN)) {
            return Optional.empty();
        }
        String rest = line.substring(BEGIN.length());
        boolean isTaken = !rest.isEmpty() && SEPARATORS.indexOf(rest.charAt(0)) >= 0;
        int lineEnd = rest.startsWith("\r\n", 1) ? 2 : 1;
        boolean ends = rest.length() == 1 || (rest.length() > 1 && (rest.charAt(1) == '\r' || rest.charAt(1) == '\n'));
        return Optional.of(
                isTaken && ends
                        ? new SeparatorLine(Optional.of(rest.charAt(0)), first + BEGIN.length() + 1L + lineEnd)
                        : new SeparatorLine(Optional.empty(), first));
    }
}
