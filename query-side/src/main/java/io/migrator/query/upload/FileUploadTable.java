package io.migrator.query.upload;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes {@code file_uploads}: one statement for an event, and none to read what is there before. An event that was seen before
 * changes nothing. Columns in indexes are left alone unless the event sets them, so that the row changes in place while its page has
 * room.
 */
@Component
class FileUploadTable {

    private final JdbcTemplate jdbc;

    FileUploadTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an upload; {@code false} when it is there. */
    boolean add(UUID id, long number, UploadColumns columns) {
        List<Object> parameters = columns.parameters();
        parameters.add(id);
        parameters.add(number);
        String statement =
                "insert into file_uploads (" + String.join(", ", columns.names()) + ", id, last_event) values ("
                        + String.join(", ", columns.placeholders()) + ", ?, ?) on conflict (id) do nothing";
        return jdbc.update(statement, parameters.toArray()) > 0;
    }

    /**
     * Changes an upload; {@code false} when the event was seen before.
     *
     * @throws IllegalStateException when there is no such upload
     */
    boolean change(UUID id, long number, UploadColumns columns) {
        List<Object> parameters = columns.parameters();
        parameters.add(number);
        parameters.add(id);
        parameters.add(number);
        String statement =
                "update file_uploads set " + assignments(columns) + "last_event = ? where id = ? and last_event < ?";
        boolean isChanged = jdbc.update(statement, parameters.toArray()) > 0;
        if (!isChanged && !exists(id)) {
            throw new IllegalStateException("event " + number + " of " + id + " has no upload before it");
        }
        return isChanged;
    }

    private static String assignments(UploadColumns columns) {
        List<String> names = columns.names();
        List<String> placeholders = columns.placeholders();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " = " + placeholders.get(i) + ", ")
                .collect(Collectors.joining());
    }

    private boolean exists(UUID id) {
        return !jdbc.queryForList("select 1 from file_uploads where id = ?", id).isEmpty();
    }

    /** Empties it, before the events are told again. */
    void empty() {
        jdbc.execute("truncate file_uploads");
    }
}
