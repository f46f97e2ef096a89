package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements over one extract, whose names are those that the database has. */
final class Selects {

    private final Dialect dialect;
    private final Extract extract;
    private final String from;
    private final List<String> cast;

    /**
     * A statement.
     *
     * @param values of its parameters, in order
     */
    record Select(String sql, List<KeyValue> values) {}

    /**
     * @param from the table's quoted name, or the query in parentheses
     * @param cast columns of the key that are ordered otherwise than they compare unless they are cast
     */
    Selects(Dialect dialect, Extract extract, String from, List<String> cast) {
        this.dialect = dialect;
        this.extract = extract;
        this.from = from;
        this.cast = List.copyOf(cast);
    }

    Select rows(Block block) {
        List<KeyValue> values = new ArrayList<>();
        return new Select(rows(block, bound(values)), values);
    }

    /** The first rows by the key, which the database is told. */
    Select first(int rows) {
        List<KeyValue> values = new ArrayList<>();
        Block whole = new Block(1, List.of(), List.of(), rows);
        return new Select(dialect.limited(rows(whole, bound(values)), rows), values);
    }

    /** PostgreSQL's COPY of the same rows, which takes no parameters. */
    String copy(Block block) {
        return "copy (" + rows(block, Selects::literal) + ") to stdout";
    }

    private String rows(Block block, Parameters parameters) {
        List<String> conditions = new ArrayList<>();
        filter(conditions, parameters);
        bound(block.after(), ">", conditions, parameters);
        bound(block.upTo(), "<=", conditions, parameters);
        return "select " + columns(extract.columns()) + " from " + from + " t" + where(conditions) + " order by "
                + key();
    }

    /** What stands in a statement for a value. */
    private interface Parameters {
        String place(KeyValue value);
    }

    private static Parameters bound(List<KeyValue> values) {
        return value -> {
            values.add(value);
            return "?";
        };
    }

    /** With escapes, so that it means the same whether or not the database takes a backslash for itself elsewhere. */
    private static String literal(KeyValue value) {
        return "E'" + value.text().replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** How many rows there are, and how many of them have no key. */
    Select counts() {
        List<String> conditions = new ArrayList<>();
        List<KeyValue> values = new ArrayList<>();
        filter(conditions, bound(values));
        return new Select(
                "select count(*), count(case when " + hasNoKey() + " then 1 end) from " + from + " t"
                        + where(conditions),
                values);
    }

    /** How many rows have no key, twice. */
    Select withoutKey() {
        List<String> conditions = new ArrayList<>();
        List<KeyValue> values = new ArrayList<>();
        filter(conditions, bound(values));
        conditions.add("(" + hasNoKey() + ")");
        return new Select("select count(*), count(*) from " + from + " t" + where(conditions), values);
    }

    /** How many rows have a greater key; how many there are when it is empty. */
    Select countAfter(List<KeyValue> key) {
        List<String> conditions = new ArrayList<>();
        List<KeyValue> values = new ArrayList<>();
        filter(conditions, bound(values));
        bound(key, ">", conditions, bound(values));
        return new Select("select count(*) from " + from + " t" + where(conditions), values);
    }

    /** The key's columns without a row. */
    String emptyKey() {
        return "select " + columns(extract.key()) + " from " + from + " t where 1 = 0";
    }

    private String hasNoKey() {
        return extract.key().stream().map(column -> quote(column) + " is null").collect(Collectors.joining(" or "));
    }

    /** Every so many rows, the key. */
    Select bounds(int rowsPerBlock) {
        List<String> conditions = new ArrayList<>();
        List<KeyValue> values = new ArrayList<>();
        filter(conditions, bound(values));
        String key = columns(extract.key());
        return new Select(
                "select " + key + " from (select " + key + ", row_number() over (order by " + key()
                        + ") as migrator_row from "
                        + from + " t" + where(conditions) + ") numbered where "
                        + dialect.remainder("migrator_row", rowsPerBlock) + " = 0 order by migrator_row",
                values);
    }

    Select greatestChange(String column) {
        List<String> conditions = new ArrayList<>();
        List<KeyValue> values = new ArrayList<>();
        filter(conditions, bound(values));
        return new Select("select max(" + quote(column) + ") from " + from + " t" + where(conditions), values);
    }

    private void filter(List<String> conditions, Parameters parameters) {
        if (!extract.filter().isBlank()) {
            conditions.add("(" + extract.filter() + ")");
        }
        String changed = extract.changeColumn();
        if (changed != null && extract.since().isPresent()) {
            // what has no such value may have changed at any time
            String since = parameters.place(extract.since().get());
            conditions.add("(" + quote(changed) + " >= " + since + " or " + quote(changed) + " is null)");
        }
    }

    private void bound(List<KeyValue> bound, String comparison, List<String> conditions, Parameters parameters) {
        if (bound.isEmpty()) {
            return;
        }
        if (bound.size() == 1 || dialect.comparesRows()) {
            String places = bound.stream().map(parameters::place).collect(Collectors.joining(", "));
            conditions.add("(" + key() + ") " + comparison + " (" + places + ")");
        } else {
            // the first column alone, too: that is what an index is searched by
            conditions.add(compared(extract.key().get(0)) + " " + comparison.charAt(0) + "= "
                    + parameters.place(bound.get(0)));
            conditions.add(spelledOut(bound, comparison, parameters));
        }
    }

    /** {@code a > ? or a = ? and b > ?} for databases that do not compare rows. */
    private String spelledOut(List<KeyValue> bound, String comparison, Parameters parameters) {
        return IntStream.range(0, bound.size())
                .mapToObj(last -> IntStream.rangeClosed(0, last)
                        .mapToObj(i -> {
                            String strict = comparison.substring(0, 1);
                            boolean isVeryLast = i == bound.size() - 1;
                            return compared(extract.key().get(i)) + " "
                                    + (i < last ? "=" : isVeryLast ? comparison : strict) + " "
                                    + parameters.place(bound.get(i));
                        })
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** What rows are ordered by, which has to be what their bounds are compared with. */
    private String key() {
        return extract.key().stream().map(this::compared).collect(Collectors.joining(", "));
    }

    private String compared(String name) {
        return cast.contains(name) ? dialect.comparable(quote(name)) : quote(name);
    }

    private String columns(List<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    private String quote(String name) {
        return dialect.quote(name);
    }
}
