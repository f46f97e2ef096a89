package io.migrator.query.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows in PostgreSQL's binary COPY format: no character has to be escaped, and none can be taken for a separator. Fields are
 * written in the order of the columns. Not safe for use by several threads.
 */
final class CopyBytes {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int INT4_OID = 23;
    private static final int TEXT_OID = 25;

    private byte[] bytes = new byte[64];
    private int size;

    CopyBytes() {
        write(SIGNATURE, 0, SIGNATURE.length);
        writeInt(0); // flags
        writeInt(0); // length of the header's extension
    }

    /** Makes room for so many bytes more at once, which is cheaper than to grow again and again. */
    void expect(int more) {
        ensure(more);
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** Begins a row. */
    CopyBytes row(int fields) {
        writeShort(fields);
        return this;
    }

    CopyBytes integer(int value) {
        writeInt(Integer.BYTES);
        writeInt(value);
        return this;
    }

    /** A text of UTF-8 bytes; null when the length is negative. */
    CopyBytes text(byte[] source, int offset, int length) {
        writeInt(Math.max(NULL, length));
        write(source, offset, Math.max(0, length));
        return this;
    }

    CopyBytes integers(int[] values) {
        int begin = beginArray(INT4_OID, values.length);
        for (int value : values) {
            integer(value);
        }
        endField(begin);
        return this;
    }

    CopyBytes texts(List<@Nullable String> values) {
        int begin = beginArray(TEXT_OID, values.size());
        for (String value : values) {
            if (value == null) {
                writeInt(NULL);
            } else {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                text(text, 0, text.length);
            }
        }
        endField(begin);
        return this;
    }

    private int beginArray(int elementType, int length) {
        writeInt(0); // the field's length, known at its end
        int begin = size;
        writeInt(1); // dimensions
        writeInt(elementType == TEXT_OID ? 1 : 0); // whether there may be nulls
        writeInt(elementType);
        writeInt(length);
        writeInt(1); // number of the first element
        return begin;
    }

    private void endField(int begin) {
        ByteBuffer.wrap(bytes).putInt(begin - Integer.BYTES, size - begin);
    }

    /** Ends the rows and sends them, in the transaction's connection. */
    void send(JdbcTemplate jdbc, String statement) {
        writeShort(-1); // the end
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                copy.writeToCopy(bytes, 0, size);
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private void write(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void writeShort(int value) {
        ensure(Short.BYTES);
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void writeInt(int value) {
        writeShort(value >>> 16);
        writeShort(value);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
