package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An extract with the names that the database has for what is meant.
 *
 * @param columns of the extract, in its order
 * @param key the key's columns
 */
record Resolved(Extract extract, List<SourceColumn> columns, List<SourceColumn> key, Selects selects) {

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
        if (dialect == Dialect.POSTGRESQL) {
            key.stream()
                    .filter(column -> !COMPARED_AS_BOUND.contains(column.typeName()))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new SourceException(extract.name() + ": " + column.name() + " is of type "
                                + column.typeName() + ", which is no key here; make a text of it in a query");
                    });
        }
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
        return new Resolved(named, columns, key, new Selects(dialect, named, from));
    }

    private static String from(Dialect dialect, Connection connection, Extract extract) throws SQLException {
        String table = extract.table();
        if (table == null) {
            return "(" + extract.query() + ")";
        }
        List<TableName> meant = TableName.all(connection).stream()
                .filter(name -> name.isMeantBy(table))
                .toList();
        if (meant.size() > 1 && !table.contains(".")) {
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
