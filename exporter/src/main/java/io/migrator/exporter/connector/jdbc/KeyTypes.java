package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which columns cannot part rows: those that are ordered in another way than they compare with a parameter, or that have no order. */
final class KeyTypes {

    /** PostgreSQL's types whose values compare as parameters in the way in which they are ordered. */
    private static final Set<String> COMPARED_AS_BOUND = Set.of(
            "int2",
            "int4",
            "int8",
            "serial",
            "bigserial",
            "numeric",
            "text",
            "varchar",
            "bpchar",
            "date",
            "timestamp",
            "timestamptz");

    private KeyTypes() {}

    /** @throws SourceException when rows would be read twice or not at all by one of these columns */
    static void check(Dialect dialect, Connection connection, Extract extract, List<SourceColumn> columns)
            throws SQLException {
        for (SourceColumn column : columns) {
            if (!isComparable(dialect, column) || isCounted(dialect, connection, extract, column)) {
                throw new SourceException(extract.name() + ": " + column.name() + " is of type " + column.typeName()
                        + ", whose order is no guide to rows; name another column, or make a text of it in a view or"
                        + " a query (cast)");
            }
        }
    }

    private static boolean isComparable(Dialect dialect, SourceColumn column) {
        boolean isCounted =
                column.typeName().startsWith("enum") || column.typeName().startsWith("set");
        boolean hasOrder = column.kind() != SourceColumn.Kind.BOOLEAN && column.kind() != SourceColumn.Kind.UNREADABLE;
        if (dialect == Dialect.SQLITE) {
            return true; // each value says what it is, whatever was declared
        }
        return hasOrder
                && !isCounted
                && (dialect != Dialect.POSTGRESQL || COMPARED_AS_BOUND.contains(column.typeName()));
    }

    /** MariaDB calls an ENUM a CHAR in every result, so its catalogue is asked; it is ordered by place and compares as text. */
    private static boolean isCounted(Dialect dialect, Connection connection, Extract extract, SourceColumn column)
            throws SQLException {
        if (dialect != Dialect.MARIADB && dialect != Dialect.MYSQL || extract.table() == null) {
            return false;
        }
        DatabaseMetaData database = connection.getMetaData();
        String table = extract.table().substring(extract.table().lastIndexOf('.') + 1);
        try (ResultSet found = database.getColumns(connection.getCatalog(), null, table, column.name())) {
            while (found.next()) { // names are patterns to it
                String type = found.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                boolean isThis = found.getString("TABLE_NAME").equalsIgnoreCase(table)
                        && found.getString("COLUMN_NAME").equalsIgnoreCase(column.name());
                if (isThis && (type.startsWith("enum") || type.startsWith("set"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
