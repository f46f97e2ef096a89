package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.SourceColumn;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a line of COPY's text format apart. The format is that of the section "Text Format" of COPY in PostgreSQL's manual: tabs
 * between values, a line feed behind the last, {@code \N} for null, and a backslash before what would be taken for one of them.
 * For one thread.
 */
final class CopyLine {

    private static final String ESCAPED = "bfnrtv";
    private static final String MEANT = "\b\f\n\r\t\u000b";

    /** SQLSTATE of a text that is not in the encoding in which it should be. */
    private static final String NOT_IN_REPERTOIRE = "22021";

    private final SourceColumn.Kind[] kinds;
    private final @Nullable Object[] values;

    /** Refuses what is not UTF-8, which databases without an encoding hand out. */
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    CopyLine(List<SourceColumn> columns) {
        this.kinds = columns.stream().map(SourceColumn::kind).toArray(SourceColumn.Kind[]::new);
        this.values = new Object[kinds.length];
    }

    /** The line's values, in an array that is used again for the next one. */
    @Nullable
    Object[] values(byte[] line) throws SQLException {
        int position = 0;
        for (int i = 0; i < kinds.length; i++) {
            int from = position;
            int seen = 0;
            boolean isEscaped = false;
            byte next = line[position];
            while (next != '\t' && next != '\n') {
                seen |= next;
                if (next == '\\') {
                    isEscaped = true;
                    position++; // whatever it is, it ends nothing
                }
                // most bytes are neither of these nor beyond ASCII, and below zero is what is
                do {
                    next = line[++position];
                } while (next > '\n' && next != '\\');
            }
            values[i] = isEscaped || seen < 0
                    ? odd(kinds[i], line, from, position, isEscaped, seen < 0)
                    : CopyValues.of(kinds[i], line, from, position);
            position++;
        }
        return values;
    }

    private @Nullable Object odd(
            SourceColumn.Kind kind, byte[] line, int from, int to, boolean isEscaped, boolean isBeyondAscii)
            throws SQLException {
        return isEscaped && isNull(line, from, to)
                ? null
                : CopyValues.of(kind, text(line, from, to, isEscaped, isBeyondAscii));
    }

    private static boolean isNull(byte[] line, int from, int to) {
        return to - from == 2 && line[from + 1] == 'N';
    }

    private String text(byte[] line, int from, int to, boolean isEscaped, boolean isBeyondAscii) throws SQLException {
        String text = isBeyondAscii
                ? decoded(line, from, to)
                : new String(line, from, to - from, StandardCharsets.ISO_8859_1);
        return isEscaped ? unescaped(text) : text;
    }

    private String decoded(byte[] line, int from, int to) throws SQLException {
        try {
            return decoder.decode(ByteBuffer.wrap(line, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new SQLException("a text is not in UTF-8", NOT_IN_REPERTOIRE, e);
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                next = text.charAt(++i);
                int known = ESCAPED.indexOf(next);
                next = known < 0 ? next : MEANT.charAt(known);
            }
            plain.append(next);
        }
        return plain.toString();
    }
}
