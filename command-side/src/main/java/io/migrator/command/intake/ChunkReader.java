package io.migrator.command.intake;

import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.command.intake.csv.RecordForm;
import io.migrator.command.intake.csv.RecordOffsets;
import io.migrator.command.intake.csv.RecordText;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.Optional;

/**
 * The second pass: cuts the records of a validated file out of it, chunk by chunk, without parsing them again. Only in a file
 * with generated columns is the end of the type's own ones looked for, and an incoming customer id read. Not safe for use by
 * several threads.
 */
final class ChunkReader {

    private final SpooledFile file;
    private final RecordOffsets offsets;
    private final DetectedType type;
    private final RecordForm form;
    private final RowChunk.Writer writer = new RowChunk.Writer();
    private byte[] bytes = new byte[0];

    ChunkReader(SpooledFile file, RecordOffsets offsets, DetectedType type, RecordForm form) {
        this.file = file;
        this.offsets = offsets;
        this.type = type;
        this.form = form;
    }

    /** The binary form of consecutive rows. */
    byte[] read(int firstRow, int count) {
        int lastRow = firstRow + count - 1;
        int first = firstRow;
        for (int row = firstRow; row <= lastRow; row++) {
            if (row == lastRow || offsets.start(row + 1) != offsets.end(row)) {
                addUnbroken(first, row);
                first = row + 1;
            }
        }
        return writer.take();
    }

    /** Rows with nothing between them, read at once. */
    private void addUnbroken(int firstRow, int lastRow) {
        long from = offsets.start(firstRow);
        int length = Math.toIntExact(offsets.end(lastRow) - from);
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        file.readFully(from, bytes, length);
        for (int row = firstRow; row <= lastRow; row++) {
            int start = (int) (offsets.start(row) - from);
            int end = RecordText.withoutLineEnd(bytes, start, start + offsets.length(row));
            add(start, form.spreadsheetSafe() ? RecordText.unescape(bytes, start, end, form.delimiter()) : end);
        }
    }

    private void add(int start, int end) {
        if (type.generatedColumns() == 0) {
            writer.add(bytes, start, end - start, null);
            return;
        }
        int own = type.spec().columns().size();
        int id = RecordText.startOfCell(bytes, start, end, own, form.delimiter());
        String customerId = RecordText.text(bytes, id, RecordText.endOfCell(bytes, id, end, form.delimiter()));
        writer.add(
                bytes,
                start,
                id - 1 - start,
                Optional.of(customerId).filter(given -> !given.isEmpty()).orElse(null));
    }
}
