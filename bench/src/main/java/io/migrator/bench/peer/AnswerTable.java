package io.migrator.bench.peer;

import io.migrator.api.wire.RowAnswer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes the answers of one poll, and the position after it, with the caller's connection and transaction. Stateless. */
final class AnswerTable {

    /** The first answer of a row settles it; the counts say how many this poll has settled. */
    private static final String SETTLE = """
            with settled as (
                update pipeline_rows r set status = a.status, pbj_customer_id = a.pbj_customer_id,
                    assigned_id = a.assigned_id, crn = a.crn, error = a.error
                from unnest(?, ?, ?, ?, ?, ?) as a (row_no, status, pbj_customer_id, assigned_id, crn, error)
                where r.upload_no = ? and r.row_no = a.row_no and r.status < 2
                returning r.status)
            select count(*) filter (where status = 2), count(*) filter (where status = 3) from settled""";

    private static final String COUNT = """
            update pipeline_uploads set succeeded = succeeded + ?, failed = failed + ?,
                status = case when succeeded + failed + ? = row_count then 'COMPLETE' else status end
            where upload_no = ?""";

    private static final String POSITION = """
            insert into pipeline_positions (topic, partition, next_offset) values (?, ?, ?)
            on conflict (topic, partition) do update set next_offset = excluded.next_offset""";

    /** Returns how many rows the answers have settled. */
    int settle(Connection connection, int uploadNo, List<RowAnswer> answers) throws SQLException {
        int succeeded;
        int failed;
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setArray(1, column(connection, "integer", answers, RowAnswer::row));
            settle.setArray(2, column(connection, "smallint", answers, AnswerTable::status));
            settle.setArray(3, column(connection, "text", answers, RowAnswer::pbjCustomerId));
            settle.setArray(4, column(connection, "text", answers, RowAnswer::assignedId));
            settle.setArray(5, column(connection, "text", answers, RowAnswer::crn));
            settle.setArray(6, column(connection, "text", answers, AnswerTable::error));
            settle.setInt(7, uploadNo);
            try (ResultSet counts = settle.executeQuery()) {
                counts.next();
                succeeded = counts.getInt(1);
                failed = counts.getInt(2);
            }
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setInt(1, succeeded);
            count.setInt(2, failed);
            count.setInt(3, succeeded + failed);
            count.setInt(4, uploadNo);
            count.executeUpdate();
        }
        return succeeded + failed;
    }

    void savePosition(Connection connection, TopicPartition partition, long nextOffset) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(POSITION)) {
            save.setString(1, partition.topic());
            save.setInt(2, partition.partition());
            save.setLong(3, nextOffset);
            save.executeUpdate();
        }
    }

    private static Short status(RowAnswer answer) {
        return (short) (answer.status() == RowAnswer.Status.SUCCESS ? 2 : 3);
    }

    private static @Nullable String error(RowAnswer answer) {
        RowAnswer.Error error = answer.error();
        return error == null ? null : error.code() + ": " + error.message();
    }

    private static Array column(
            Connection connection, String type, List<RowAnswer> answers, Function<RowAnswer, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, answers.stream().map(value).toArray());
    }
}
