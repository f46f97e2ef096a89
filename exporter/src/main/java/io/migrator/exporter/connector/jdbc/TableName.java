package io.migrator.exporter.connector.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table's name, in the letters that the database keeps; parts that it does not have are empty. */
record TableName(String catalog, String schema, String table) {

    /** PostgreSQL has kinds of its own beside those that every database has. */
    private static final String[] TYPES = {
        "TABLE", "BASE TABLE", "VIEW", "PARTITIONED TABLE", "MATERIALIZED VIEW", "FOREIGN TABLE"
    };

    /** Without partitions of PostgreSQL, whose rows are those of the table that they are part of; each may be named all the same. */
    static List<TableName> listed(Dialect dialect, Connection connection) throws SQLException {
        List<TableName> names = all(connection);
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement();
                    ResultSet partitions = statement.executeQuery("select n.nspname, c.relname from pg_class c"
                            + " join pg_namespace n on n.oid = c.relnamespace where c.relispartition")) {
                while (partitions.next()) {
                    String schema = partitions.getString(1);
                    String table = partitions.getString(2);
                    names.removeIf(
                            name -> name.schema().equals(schema) && name.table().equals(table));
                }
            }
        }
        return names;
    }

    static List<TableName> all(Connection connection) throws SQLException {
        List<TableName> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", TYPES)) {
            while (tables.next()) {
                names.add(new TableName(
                        text(tables.getString("TABLE_CAT")),
                        text(tables.getString("TABLE_SCHEM")),
                        tables.getString("TABLE_NAME")));
            }
        }
        return names;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** As an operator writes it. */
    String text() {
        return schema.isEmpty() ? table : schema + "." + table;
    }

    /** Whether that is what somebody has written, with the schema or without, in small or capital letters. */
    boolean isMeantBy(String written) {
        return text().equalsIgnoreCase(written)
                || table.equalsIgnoreCase(written)
                || (catalog + "." + table).equalsIgnoreCase(written);
    }

    /** The same to the letter. */
    boolean isExactly(String written) {
        return text().equals(written) || table.equals(written) || (catalog + "." + table).equals(written);
    }

    String quoted(Dialect dialect) {
        return Stream.of(schema.isEmpty() && !catalog.isEmpty() && dialect == Dialect.MYSQL ? catalog : schema, table)
                .filter(part -> !part.isEmpty())
                .map(dialect::quote)
                .collect(Collectors.joining("."));
    }

    @Nullable
    String catalogOrNull() {
        return catalog.isEmpty() ? null : catalog;
    }

    @Nullable
    String schemaOrNull() {
        return schema.isEmpty() ? null : schema;
    }
}
