package io.migrator.command.intake;

import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.command.intake.csv.RecordForm;
import java.util.List;

/** The rows of an accepted file as they are staged, and taken apart again as the dispatcher does. */
final class StagedRows {

    private StagedRows() {}

    static List<List<String>> of(Reading reading, boolean spreadsheetSafe) {
        ReadFile read = reading.result();
        char delimiter = read.dialect().delimiter();
        ChunkReader chunks = new ChunkReader(
                reading.file(),
                read.offsets(),
                read.detected().orElseThrow(),
                new RecordForm(delimiter, spreadsheetSafe));
        List<StagedRow> rows = RowChunk.read(chunks.read(1, read.offsets().rows()));
        return new RecordParser().parse(rows.stream().map(StagedRow::record).toList(), delimiter);
    }
}
