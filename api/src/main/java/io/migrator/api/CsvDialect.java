package io.migrator.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a file was written, so that its download is written the same way.
 *
 * @param delimiter the field separator
 * @param lineEnd the record separator of the file's header: CRLF, LF or CR
 * @param byteOrderMark whether the file began with a byte order mark
 * @param charset the file's character encoding by its IANA name; files stored before this was noted were all UTF-8
 * @param separatorLine whether the header came after a line {@code sep=} that names the delimiter, as spreadsheets read it
 */
public record CsvDialect(
        char delimiter,
        String lineEnd,
        boolean byteOrderMark,
        @Nullable String charset,
        boolean separatorLine) {

    /** Commas, CRLF, UTF-8 without a mark: what RFC 4180 describes. */
    public static final CsvDialect RFC_4180 = utf8(',', "\r\n", false);

    public CsvDialect {
        charset = charset == null ? StandardCharsets.UTF_8.name() : charset;
    }

    /** A dialect in UTF-8 without a line that names the delimiter. */
    public static CsvDialect utf8(char delimiter, String lineEnd, boolean byteOrderMark) {
        return new CsvDialect(delimiter, lineEnd, byteOrderMark, StandardCharsets.UTF_8.name(), false);
    }

    /** The encoding that {@link #charset} names. */
    public Charset encoding() {
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }
}
