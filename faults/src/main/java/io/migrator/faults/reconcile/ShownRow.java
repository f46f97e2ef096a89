package io.migrator.faults.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row as the projection {@code csv-rows} has it. What it does not have is empty.
 *
 * @param record the text that was sent
 */
record ShownRow(int row, Outcome outcome, String record, String customer, String assigned, String crn, String error) {

    private static final int SUCCESS = 3;
    private static final int ERROR = 4;

    static List<ShownRow> read(Connection database, String upload) throws SQLException {
        List<ShownRow> rows = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                select row_no, status_id, record, pbj_customer_id, assigned_id, crn, error from csv_row_results
                where upload_no = (select upload_no from csv_files where upload_id = ?::uuid) order by row_no""")) {
            query.setString(1, upload);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new ShownRow(
                            row.getInt(1),
                            row.getInt(2) == SUCCESS
                                    ? Outcome.SUCCESS
                                    : row.getInt(2) == ERROR ? Outcome.ERROR : Outcome.OPEN,
                            text(row, 3),
                            text(row, 4),
                            text(row, 5),
                            text(row, 6),
                            text(row, 7)));
                }
            }
        }
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
