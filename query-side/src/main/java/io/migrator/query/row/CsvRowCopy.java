package io.migrator.query.row;

import io.migrator.api.RowStatus;
import io.migrator.api.filetypes.StagedRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of new rows in PostgreSQL's binary COPY format: no character of a record has to be escaped, and none can be taken
 * for a separator.
 */
final class CsvRowCopy {

    static final String STATEMENT = """
            copy csv_rows (upload_no, row_no, attempt, status_id, record, pbj_customer_id) from stdin (format binary)""";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FIELDS = 6;
    private static final int NULL = -1;

    private CsvRowCopy() {}

    static byte[] of(int uploadNo, int firstRow, List<StagedRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 200);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0); // flags
            out.writeInt(0); // length of the header's extension
            for (int i = 0; i < rows.size(); i++) {
                write(out, uploadNo, firstRow + i, rows.get(i));
            }
            out.writeShort(-1); // the end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, int uploadNo, int number, StagedRow row) throws IOException {
        out.writeShort(FIELDS);
        out.writeInt(Integer.BYTES);
        out.writeInt(uploadNo);
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
        out.writeInt(Short.BYTES);
        out.writeShort(0);
        out.writeInt(Short.BYTES);
        out.writeShort(RowStatus.MIGRATE_ROW_READY.id());
        writeText(out, row.record());
        writeText(out, row.pbjCustomerId());
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NULL);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
