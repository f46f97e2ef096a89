package io.migrator.query.row;

import io.migrator.api.filetypes.RowChunk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code csv_rows}: written a chunk at a time, once; read by key, within a chunk. */
@Component
class CsvRowTable {

    private static final String COPY =
            "copy csv_rows (upload_no, row_no, record, pbj_customer_id) from stdin (format binary)";

    /** What is beside a row's texts in the COPY. */
    private static final int OVERHEAD = 26;

    private final JdbcTemplate jdbc;

    CsvRowTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row as it was sent.
     *
     * @param pbjCustomerId as it came in
     */
    record SentRow(int row, String record, @Nullable String pbjCustomerId) {}

    /** Adds a chunk ({@link RowChunk}). The bytes go on as they are: to make text of them and bytes again took longer than all else. */
    void add(CsvFile file, int firstRow, int rowCount, byte[] chunk) {
        GatheredRows.current(jdbc).add(COPY, chunk.length + rowCount * OVERHEAD, copy -> {
            int[] row = {firstRow};
            RowChunk.forEach(chunk, (content, record, recordLength, id, idLength) -> copy.row(4)
                    .integer(file.uploadNo())
                    .integer(row[0]++)
                    .text(content, record, recordLength)
                    .text(content, id, idLength));
        });
    }

    /** Those of the rows {@code wanted} (bits of the chunk) that come after {@code after}. */
    List<SentRow> read(CsvFile file, CsvChunk chunk, BitSet wanted, int after, int limit) {
        wanted.clear(0, Math.max(0, Math.min(chunk.rowCount(), after + 1 - chunk.firstRow())));
        if (limit <= 0 || wanted.isEmpty()) {
            return List.of();
        }
        Integer[] rows = wanted.stream()
                .limit(limit)
                .mapToObj(bit -> chunk.firstRow() + bit)
                .toArray(Integer[]::new);
        int first = rows[0];
        int last = rows[rows.length - 1];
        return last - first == rows.length - 1
                ? query("row_no between ? and ?", file.uploadNo(), first, last)
                : query("row_no = any(?)", file.uploadNo(), rows);
    }

    private List<SentRow> query(String rows, Object... arguments) {
        return jdbc.query(
                "select row_no, record, pbj_customer_id from csv_rows where upload_no = ? and " + rows
                        + " order by row_no",
                CsvRowTable::sentRow,
                arguments);
    }

    private static SentRow sentRow(ResultSet row, int i) throws SQLException {
        return new SentRow(row.getInt(1), row.getString(2), row.getString(3));
    }
}
