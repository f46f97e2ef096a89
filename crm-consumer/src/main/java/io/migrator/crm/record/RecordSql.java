package io.migrator.crm.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statements of one table. A poll costs a few of them whatever its size: new records are copied; the others take arrays,
 * one element per record, whose values go as text and are cast to the columns' types; for new records
 * that took the server longer.
 */
record RecordSql(String loadLocked, String load, String copy, String update) {

    static final String SCHEMA = "crm";

    static final String CUSTOMER_NAMES = """
            SELECT k.tenant, k.external_id, n.customer_id
            FROM unnest(?::text[], ?::text[]) AS k (tenant, external_id)
            JOIN crm.customer_external_ids n USING (tenant, external_id)
            """;

    static final String COPY_CUSTOMER_NAMES =
            "COPY crm.customer_external_ids (tenant, external_id, customer_id) FROM STDIN (FORMAT binary)";

    static RecordSql of(RecordTable table) {
        String load = load(table);
        // Not FOR UPDATE: that would make children, which refer to the customer, wait for it.
        return new RecordSql(load + " ORDER BY r.id FOR NO KEY UPDATE OF r", load, copy(table), update(table));
    }

    /** Where the first of the typed columns stands when a record is loaded: after id, keys and own column; the fences are last. */
    static final int FIRST_TYPED_COLUMN = 5;

    /** The column that a table has beside those of all others. */
    static String ownColumn(RecordTable table) {
        return table.isOfCustomers() ? "crn" : "customer_id";
    }

    /** Customers are loaded by tenant and id, all others by tenant and external id. */
    private static String load(RecordTable table) {
        String keys = table.isOfCustomers()
                ? "unnest(?::text[], ?::bigint[]) AS k (tenant, id) JOIN %s r ON r.id = k.id AND r.tenant = k.tenant"
                : "unnest(?::text[], ?::text[]) AS k (tenant, external_id) JOIN %s r USING (tenant, external_id)";
        return Stream.concat(Stream.of("id", "tenant", "external_id"), written(table))
                .map(column -> "r." + column)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + keys.formatted(name(table))));
    }

    private static String copy(RecordTable table) {
        return Stream.concat(Stream.of("id", "tenant", "external_id"), written(table))
                .collect(Collectors.joining(", ", "COPY " + name(table) + " (", ") FROM STDIN (FORMAT binary)"));
    }

    private static String update(RecordTable table) {
        List<String> columns = Stream.concat(Stream.of("id"), written(table)).toList();
        String assignments = Stream.concat(
                        Stream.of(ownColumn(table)), table.columns().stream().map(Column::sqlName))
                .collect(Collectors.joining(", ", "(", ", fences)"));
        return "UPDATE " + name(table) + " r SET " + assignments + " = (" + casts(table) + ") FROM " + unnest(columns)
                + " WHERE r.id = u.id::bigint";
    }

    private static String name(RecordTable table) {
        return SCHEMA + "." + table.name();
    }

    private static Stream<String> written(RecordTable table) {
        return Stream.of(
                        Stream.of(ownColumn(table)), table.columns().stream().map(Column::sqlName), Stream.of("fences"))
                .flatMap(names -> names);
    }

    private static String casts(RecordTable table) {
        String own = table.isOfCustomers() ? "u.crn" : "u.customer_id::bigint";
        return table.columns().stream()
                .map(column -> "u." + column.sqlName() + "::" + column.kind().sqlType())
                .collect(Collectors.joining(", ", own + ", ", ", u.fences::bigint[]"));
    }

    private static String unnest(List<String> columns) {
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(any -> "?::text[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        return arrays + " AS u (" + String.join(", ", columns) + ")";
    }
}
