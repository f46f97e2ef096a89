package io.migrator.bench.peer;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The rows of a file in PostgreSQL's binary COPY format, in which nothing has to be escaped: number of the upload, number of the
 * row, some columns of type smallint that begin at zero, the record.
 */
final class RowCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int BUFFER = 64 * 1024;

    private RowCopy() {}

    /**
     * Writes all rows after the header, which is passed over; returns how many. The stream is flushed, not closed.
     *
     * @param zeros how many columns, all zero, stand before the record
     */
    static int write(RecordLines records, int uploadNo, int zeros, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0); // flags
        out.writeInt(0); // length of the header's extension
        int rows = 0;
        for (String record = records.next(); record != null; record = records.next()) {
            rows++;
            writeRow(out, uploadNo, rows, zeros, record);
        }
        out.writeShort(-1); // the end
        out.flush();
        return rows;
    }

    private static void writeRow(DataOutputStream out, int uploadNo, int row, int zeros, String record)
            throws IOException {
        out.writeShort(3 + zeros);
        writeInteger(out, uploadNo);
        writeInteger(out, row);
        for (int i = 0; i < zeros; i++) {
            out.writeInt(Short.BYTES);
            out.writeShort(0);
        }
        byte[] text = record.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private static void writeInteger(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
    }
}
