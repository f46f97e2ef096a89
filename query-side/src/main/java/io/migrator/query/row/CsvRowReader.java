package io.migrator.query.row;

import java.util.BitSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads rows of a chunk with what was answered to them. */
@Component
class CsvRowReader {

    private final CsvRowTable rows;
    private final CsvAnswers answers;

    CsvRowReader(CsvRowTable rows, CsvAnswers answers) {
        this.rows = rows;
        this.answers = answers;
    }

    /** Those of the rows {@code wanted} (bits of the chunk) that come after {@code after}. */
    List<CsvRow> read(CsvFile file, CsvChunk chunk, BitSet wanted, int after, int limit) {
        List<CsvRowTable.SentRow> sent = rows.read(file, chunk, wanted, after, limit);
        if (sent.isEmpty()) {
            return List.of();
        }
        ChunkAnswers answered = answers.of(file, chunk);
        return sent.stream()
                .map(row -> answered.to(row, chunk.statusOf(row.row(), file.attempt())))
                .toList();
    }
}
