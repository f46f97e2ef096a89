package io.migrator.api.filetypes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of consecutive rows, some thousand: per row the length of the record in UTF-8 bytes, those bytes, the
 * length of the incoming PBJ_CUSTOMER_ID plus one (0 = none), and those bytes. Lengths are 32-bit integers, big-endian.
 */
public final class RowChunk {

    private RowChunk() {}

    /** Collects rows into the binary form. Not safe for use by several threads. */
    public static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        private int rows;

        /** Adds a row whose record is the given range of UTF-8 bytes. */
        public void add(byte[] source, int offset, int length, @Nullable String pbjCustomerId) {
            writeInt(length);
            bytes.write(source, offset, length);
            if (pbjCustomerId == null) {
                writeInt(0);
            } else {
                byte[] id = pbjCustomerId.getBytes(StandardCharsets.UTF_8);
                writeInt(id.length + 1);
                bytes.write(id, 0, id.length);
            }
            rows++;
        }

        /** How many rows were added since the last {@link #take}. */
        public int rows() {
            return rows;
        }

        /** Hands over what was collected and starts anew. */
        public byte[] take() {
            byte[] content = bytes.toByteArray();
            bytes.reset();
            rows = 0;
            return content;
        }

        private void writeInt(int value) {
            bytes.write(value >>> 24);
            bytes.write(value >>> 16);
            bytes.write(value >>> 8);
            bytes.write(value);
        }
    }

    /** Takes rows as they lie in the binary form, so that nobody has to make text of bytes that go on as bytes. */
    @FunctionalInterface
    public interface RowConsumer {

        /**
         * Takes a row: two ranges of UTF-8 bytes.
         *
         * @param content belongs to the caller
         * @param idLength -1 when the row came without PBJ_CUSTOMER_ID
         */
        void accept(byte[] content, int record, int recordLength, int id, int idLength);
    }

    /** Hands over all rows, in their order. */
    public static void forEach(byte[] content, RowConsumer consumer) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int position = 0;
        while (position < content.length) {
            int recordLength = buffer.getInt(position);
            int record = position + Integer.BYTES;
            int idLength = buffer.getInt(record + recordLength) - 1;
            int id = record + recordLength + Integer.BYTES;
            consumer.accept(content, record, recordLength, id, idLength);
            position = id + Math.max(0, idLength);
        }
    }

    /** Reads all rows, in their order. */
    public static List<StagedRow> read(byte[] content) {
        List<StagedRow> rows = new ArrayList<>();
        forEach(
                content,
                (bytes, record, recordLength, id, idLength) -> rows.add(new StagedRow(
                        text(bytes, record, recordLength), idLength < 0 ? null : text(bytes, id, idLength))));
        return rows;
    }

    private static String text(byte[] content, int offset, int length) {
        return new String(content, offset, length, StandardCharsets.UTF_8);
    }
}
