package io.migrator.query.row;

import io.migrator.api.event.RowOutcome;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The table {@code csv_answers}. The answers of one event lie in a dozen chunks: so many records are written, and none is ever
 * updated.
 */
@Component
class CsvAnswers {

    private static final String COPY = """
            copy csv_answers (upload_no, chunk, event, row_nos, pbj_customer_ids, assigned_ids, crns, errors)
            from stdin (format binary)""";

    private static final int BYTES_PER_ANSWER = 50;

    private final JdbcTemplate jdbc;

    CsvAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(CsvFile file, long event, List<RowOutcome> outcomes) {
        GatheredRows.current(jdbc).add(COPY, outcomes.size() * BYTES_PER_ANSWER, copy -> outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> file.chunkOf(outcome.row()), TreeMap::new, Collectors.toList()))
                .forEach((chunk, answers) -> copy.row(8)
                        .integer(file.uploadNo())
                        .integer(chunk)
                        .integer(Math.toIntExact(event))
                        .integers(answers.stream().mapToInt(RowOutcome::row).toArray())
                        .texts(answers.stream().map(RowOutcome::pbjCustomerId).toList())
                        .texts(answers.stream().map(RowOutcome::assignedId).toList())
                        .texts(answers.stream().map(RowOutcome::crn).toList())
                        .texts(answers.stream().map(CsvAnswers::errorOf).toList())));
    }

    private static @Nullable String errorOf(RowOutcome outcome) {
        if (outcome.succeeded()) {
            return null;
        }
        return outcome.errorMessage() == null
                ? outcome.errorCode()
                : outcome.errorCode() + ": " + outcome.errorMessage();
    }

    /** What has been answered to rows of a chunk. */
    ChunkAnswers of(CsvFile file, CsvChunk chunk) {
        ChunkAnswers answers = new ChunkAnswers(chunk);
        if (chunk.isAnswered()) {
            jdbc.query(
                    """
                    select row_nos, pbj_customer_ids, assigned_ids, crns, errors from csv_answers
                    where upload_no = ? and chunk = ? order by event""",
                    row -> {
                        answers.add(
                                (Integer[]) row.getArray(1).getArray(),
                                (@Nullable String[]) row.getArray(2).getArray(),
                                (@Nullable String[]) row.getArray(3).getArray(),
                                (@Nullable String[]) row.getArray(4).getArray(),
                                (@Nullable String[]) row.getArray(5).getArray());
                    },
                    file.uploadNo(),
                    chunk.chunk());
        }
        return answers;
    }

    /** The events that hold answers to the row. */
    List<Long> events(CsvFile file, int row) {
        return jdbc.queryForList(
                "select event from csv_answers where upload_no = ? and chunk = ? and ? = any(row_nos)",
                Long.class,
                file.uploadNo(),
                file.chunkOf(row),
                row);
    }
}
