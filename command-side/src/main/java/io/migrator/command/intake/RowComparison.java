package io.migrator.command.intake;

import io.migrator.command.intake.csv.RecordForm;
import io.migrator.command.intake.csv.RecordOffsets;
import io.migrator.command.intake.csv.RecordText;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.Arrays;

/**
 * The rules between rows need the cells of an earlier row now and then: they are read again from the spooled file. The row last
 * read stays at hand, as one value repeated all over a file asks for the same row again and again. Not safe for use by several
 * threads.
 */
final class RowComparison {

    private final SpooledFile file;
    private final RecordOffsets offsets;
    private final RecordForm form;
    private byte[] record = new byte[1024];
    private int length;
    private int readRow;

    RowComparison(SpooledFile file, RecordOffsets offsets, RecordForm form) {
        this.file = file;
        this.offsets = offsets;
        this.form = form;
    }

    /** Whether the earlier row has these values in these columns. */
    boolean hasValues(int row, int[] columns, String[] values) {
        read(row);
        for (int i = 0; i < columns.length; i++) {
            int start = RecordText.startOfCell(record, 0, length, columns[i], form.delimiter());
            int end = RecordText.endOfCell(record, start, length, form.delimiter());
            if (!RecordText.cell(record, start, end, form).equals(values[i])) {
                return false;
            }
        }
        return true;
    }

    private void read(int row) {
        if (row == readRow) {
            return;
        }
        int bytes = offsets.length(row);
        if (record.length < bytes) {
            record = Arrays.copyOf(record, bytes);
        }
        file.readFully(offsets.start(row), record, bytes);
        length = RecordText.withoutLineEnd(record, 0, bytes);
        readRow = row;
    }
}
