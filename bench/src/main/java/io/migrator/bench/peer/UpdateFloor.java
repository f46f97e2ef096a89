package io.migrator.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The least that marking outcomes takes: {@code UPDATE … FROM unnest} on the table that {@link CopyFloor} filled, one statement and
 * one transaction per batch. The answers are made up, and come in the order of the rows.
 */
public final class UpdateFloor {

    private static final String MARK = """
            update floor_rows r set status_id = 3, attempt = 1, answer_event = ?,
                pbj_customer_id = a.pbj_customer_id, assigned_id = a.assigned_id, crn = a.crn
            from unnest(?, ?, ?, ?) as a (row_no, pbj_customer_id, assigned_id, crn)
            where r.upload_no = %d and r.row_no = a.row_no""".formatted(FloorTable.UPLOAD);

    private final DataSource dataSource;
    private final int batchRows;

    /** @param batchRows rows in one statement; 1,000 to 2,000 are usual */
    public UpdateFloor(DataSource dataSource, int batchRows) {
        this.dataSource = dataSource;
        this.batchRows = batchRows;
    }

    /** Marks the rows from 1 to {@code rows}; returns how many were there. */
    public int mark(int rows) throws SQLException {
        int marked = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            for (int first = 1; first <= rows; first += batchRows) {
                marked += mark(connection, mark, first, Math.min(rows, first + batchRows - 1));
            }
        }
        return marked;
    }

    private static int mark(Connection connection, PreparedStatement mark, int first, int last) throws SQLException {
        Object[] numbers = IntStream.rangeClosed(first, last).boxed().toArray();
        Object[] ids = IntStream.rangeClosed(first, last)
                .mapToObj(row -> Integer.toString(100_000 + row))
                .toArray();
        Object[] crns = IntStream.rangeClosed(first, last)
                .mapToObj(row -> Integer.toString(1_000_000 + row))
                .toArray();
        mark.setInt(1, last);
        mark.setArray(2, connection.createArrayOf("integer", numbers));
        mark.setArray(3, connection.createArrayOf("text", ids));
        mark.setArray(4, connection.createArrayOf("text", ids));
        mark.setArray(5, connection.createArrayOf("text", crns));
        return mark.executeUpdate();
    }
}
