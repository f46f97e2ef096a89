package io.migrator.exporter.connector;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The people of {@link ConnectorContract} in a table of any database. */
final class PeopleTable {

    private PeopleTable() {}

    /** @param types of a moment and of a truth, in the database's words */
    static void create(String url, String user, String password, String moment, String truth) throws SQLException {
        try (Connection connection =
                user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists people");
                statement.execute("create table people (id bigint primary key, branch varchar(20) not null, "
                        + "name varchar(100) not null, mail varchar(100), balance decimal(12, 2), born date not null, "
                        + "changed " + moment + " not null, active " + truth + " not null)");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into people values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                boolean isSqlite = url.startsWith("jdbc:sqlite:");
                for (ConnectorContract.Person person : ConnectorContract.ALL) {
                    List<Object> values = java.util.Arrays.asList(
                            person.id(),
                            person.branch(),
                            person.name(),
                            person.mail(),
                            person.balance(),
                            isSqlite ? person.born().toString() : person.born(),
                            isSqlite ? person.changed().toString() : person.changed(),
                            person.isActive());
                    for (int i = 0; i < values.size(); i++) {
                        insert.setObject(i + 1, values.get(i));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }
}
