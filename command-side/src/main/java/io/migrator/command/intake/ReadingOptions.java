package io.migrator.command.intake;

import io.migrator.api.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the sender says a file is to be read.
 *
 * @param charset its encoding, unless it begins with a byte order mark; UTF-8 when nothing is said
 * @param spreadsheetSafe whether cells carry the apostrophe that keeps a spreadsheet from running them, to be taken away
 */
record ReadingOptions(Charset charset, boolean spreadsheetSafe) {

    static final ReadingOptions PLAIN = new ReadingOptions(StandardCharsets.UTF_8, false);

    /**
     * The options of a request.
     *
     * @param declared the encoding that the file's content type names, if it does; the parameter {@code charset} goes before
     * @throws Rejection when an option is not understood
     */
    static ReadingOptions of(HttpServletRequest request, Optional<String> declared) {
        Optional<String> charset =
                Optional.ofNullable(request.getParameter("charset")).or(() -> declared);
        return new ReadingOptions(
                charset.map(ReadingOptions::charset).orElse(StandardCharsets.UTF_8),
                isSpreadsheetSafe(request.getParameterValues("spreadsheet")));
    }

    /** ASCII is read as what it is a part of. */
    private static Charset charset(String name) {
        Charset charset = known(name.replace("\"", "").strip());
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** UTF-32 is not taken with its mark, so not without one either. */
    private static Charset known(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode() && !charset.name().toUpperCase(Locale.ROOT).contains("UTF-32")) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unknownCharset();
        }
        throw unknownCharset();
    }

    private static Rejection unknownCharset() {
        return new Rejection(
                Rejection.Kind.MALFORMED,
                "CHARSET_UNKNOWN",
                "This encoding is not known or cannot be written again. Give its IANA name, such as windows-1252, or send"
                        + " the file as UTF-8 and leave the charset away.");
    }

    private static boolean isSpreadsheetSafe(String @Nullable [] values) {
        if (values == null) {
            return false;
        }
        if (values.length == 1 && values[0].equals("safe")) {
            return true;
        }
        throw new Rejection(
                Rejection.Kind.MALFORMED,
                "SPREADSHEET_INVALID",
                "Give spreadsheet=safe for a file that was downloaded that way, or leave it away.");
    }
}
