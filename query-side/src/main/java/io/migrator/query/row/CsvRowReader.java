package io.migrator.query.row;

import io.migrator.api.RowStatus;
import java.util.BitSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads {@code csv_rows} by key, within a chunk. */
@Component
class CsvRowReader {

    private final JdbcTemplate jdbc;

    CsvRowReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the rows {@code wanted} (bits of the chunk) that come after {@code after}. */
    List<CsvRow> read(CsvFile file, CsvChunk chunk, BitSet wanted, int after, int limit) {
        wanted.clear(0, Math.max(0, Math.min(chunk.rowCount(), after + 1 - chunk.firstRow())));
        if (limit <= 0 || wanted.isEmpty()) {
            return List.of();
        }
        Integer[] rows = wanted.stream()
                .limit(limit)
                .mapToObj(bit -> chunk.firstRow() + bit)
                .toArray(Integer[]::new);
        boolean isRange = rows[rows.length - 1] - rows[0] == rows.length - 1;
        return isRange ? range(file, chunk, rows[0], rows[rows.length - 1]) : these(file, chunk, rows);
    }

    private List<CsvRow> range(CsvFile file, CsvChunk chunk, int first, int last) {
        return query(file, chunk, "row_no between ? and ?", file.uploadNo(), first, last);
    }

    private List<CsvRow> these(CsvFile file, CsvChunk chunk, Integer[] rows) {
        return query(file, chunk, "row_no = any(?)", file.uploadNo(), rows);
    }

    private List<CsvRow> query(CsvFile file, CsvChunk chunk, String rows, Object... arguments) {
        return jdbc.query(
                "select row_no, record, pbj_customer_id, assigned_id, crn, error, answer_event from csv_rows"
                        + " where upload_no = ? and " + rows + " order by row_no",
                (row, i) -> {
                    int number = row.getInt("row_no");
                    RowStatus status = chunk.statusOf(number, file.attempt());
                    return new CsvRow(
                            number,
                            status,
                            row.getString("record"),
                            row.getString("pbj_customer_id"),
                            row.getString("assigned_id"),
                            row.getString("crn"),
                            status == RowStatus.MIGRATE_ROW_ERROR ? row.getString("error") : null,
                            row.getObject("answer_event", Integer.class));
                },
                arguments);
    }

    List<Long> refusals(CsvFile file, int row) {
        return jdbc.queryForList(
                "select event from csv_row_refusals where upload_no = ? and row_no = ?",
                Long.class,
                file.uploadNo(),
                row);
    }
}
