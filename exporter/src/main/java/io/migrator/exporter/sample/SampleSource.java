package io.migrator.exporter.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small old CRM as a file of SQLite, and two descriptions of it: {@code crm.yaml}, which names source and service only, and
 * {@code crm-mapped.yaml}, which is complete.
 */
public final class SampleSource {

    private SampleSource() {}

    /**
     * Where the sample is to be brought to.
     *
     * @param passwordFile has the user's password
     */
    public record Service(String url, String user, Path passwordFile) {}

    /**
     * Writes it into a directory, which is made.
     *
     * @throws FileAlreadyExistsException when there is one already
     */
    public static void write(Path directory, Service service) throws IOException, SQLException {
        Path database = directory.resolve("crm.db");
        if (Files.exists(database)) {
            throw new FileAlreadyExistsException(database.toString());
        }
        Files.createDirectories(directory);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String table : SampleTables.ALL) {
                    statement.execute(table);
                }
            }
            for (Map.Entry<String, List<@Nullable Object[]>> table :
                    SampleRows.all().entrySet()) {
                insert(connection, table.getKey(), table.getValue());
            }
            connection.commit();
        }
        String begun = template("sample-crm.yaml")
                .replace("@DATABASE@", database.toString())
                .replace("@SERVICE@", service.url())
                .replace("@USER@", service.user())
                .replace("@PASSWORD@", service.passwordFile().toString());
        Files.writeString(directory.resolve("crm.yaml"), begun);
        Files.writeString(directory.resolve("crm-mapped.yaml"), begun + template("sample-crm-types.yaml"));
    }

    private static void insert(Connection connection, String table, List<@Nullable Object[]> rows) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String template(String name) throws IOException {
        try (InputStream in = SampleSource.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
