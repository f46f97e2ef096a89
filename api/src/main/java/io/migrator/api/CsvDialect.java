package io.migrator.api;

/**
 * How a file was written, so that its download is written the same way.
 *
 * @param delimiter the field separator
 * @param lineEnd the record separator of the file's header: CRLF, LF or CR
 * @param byteOrderMark whether the file began with a byte order mark
 */
public record CsvDialect(char delimiter, String lineEnd, boolean byteOrderMark) {

    /** Commas, CRLF, no mark: what RFC 4180 describes. */
    public static final CsvDialect RFC_4180 = new CsvDialect(',', "\r\n", false);
}
