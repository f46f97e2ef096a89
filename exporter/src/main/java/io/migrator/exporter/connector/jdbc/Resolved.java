package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An extract with the names that the database has for what is meant.
 *
 * @param columns of the extract, in its order
 * @param key the key's columns
 */
record Resolved(Extract extract, List<SourceColumn> columns, List<SourceColumn> key, Selects selects) {

    /** @throws SourceException when table or column are not there, naming what is */
    static Resolved of(Dialect dialect, Connection connection, Extract extract) throws SQLException {
        String from = from(dialect, connection, extract);
        List<SourceColumn> all;
        try (PreparedStatement statement = connection.prepareStatement("select * from " + from + " t where 1 = 0");
                ResultSet result = statement.executeQuery()) {
            all = Values.columns(dialect, result.getMetaData());
        }
        Function<String, SourceColumn> find = name -> find(extract, all, name);
        List<SourceColumn> columns = extract.columns().stream().map(find).toList();
        List<SourceColumn> key = extract.key().stream().map(find).toList();
        KeyTypes.check(dialect, connection, extract, key);
        String changed = extract.changeColumn();
        Extract named = new Extract(
                extract.fileType(),
                extract.table(),
                extract.query(),
                extract.filter(),
                key.stream().map(SourceColumn::name).toList(),
                changed == null ? null : find.apply(changed).name(),
                columns.stream().map(SourceColumn::name).toList(),
                extract.since());
        List<String> cast = key.stream()
                .filter(dialect::ordersOtherwise)
                .map(SourceColumn::name)
                .toList();
        return new Resolved(named, columns, key, new Selects(dialect, named, from, cast));
    }

    private static String from(Dialect dialect, Connection connection, Extract extract) throws SQLException {
        String table = extract.table();
        if (table == null) {
            return "(" + extract.query() + ")";
        }
        List<TableName> all = TableName.all(connection);
        // tables may differ in nothing but capital letters
        List<TableName> exact =
                all.stream().filter(name -> name.isExactly(table)).toList();
        List<TableName> meant = exact.isEmpty()
                ? all.stream().filter(name -> name.isMeantBy(table)).toList()
                : exact;
        if (meant.size() > 1) {
            throw new SourceException("there are several tables " + table + ": "
                    + meant.stream().map(TableName::text).collect(Collectors.joining(", ")) + "; write which one");
        }
        if (meant.isEmpty()) {
            throw new SourceException("there is no table " + table + " that the user may see; discover shows those");
        }
        return meant.get(0).quoted(dialect);
    }

    private static SourceColumn find(Extract extract, List<SourceColumn> all, String name) {
        return all.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new SourceException(extract.name() + " has no column " + name + "; it has "
                        + all.stream().map(SourceColumn::name).collect(Collectors.joining(", "))));
    }
}
