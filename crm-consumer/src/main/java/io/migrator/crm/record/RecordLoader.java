package io.migrator.crm.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a poll's rows name, one statement per table and purpose. What may be written is locked, in the order of table
 * and id. Safe to use from any thread.
 */
final class RecordLoader {

    private final RecordTable customerTable;
    private final Map<RecordTable, RecordSql> statements;

    RecordLoader(RecordTable customerTable, Map<RecordTable, RecordSql> statements) {
        this.customerTable = customerTable;
        this.statements = statements;
    }

    PollRecords load(Connection connection, Lookups lookups, RecordIds ids) throws SQLException {
        PollRecords records = new PollRecords(customerTable, ids);
        loadCustomerNames(connection, lookups.customers(), records);
        loadCustomers(connection, lookups, records);
        int unknown = 0;
        for (RecordKey key : lookups.writtenCustomers()) {
            unknown += records.customerId(key).isEmpty() ? 1 : 0;
        }
        ids.reserve(connection, customerTable, unknown);
        for (Map.Entry<RecordTable, Set<RecordKey>> table : lookups.written().entrySet()) {
            int found =
                    loadByKey(connection, table.getKey(), sql(table.getKey()).loadLocked(), table.getValue(), records);
            ids.reserve(connection, table.getKey(), table.getValue().size() - found);
        }
        for (Map.Entry<RecordTable, Set<RecordKey>> table : lookups.onlyRead().entrySet()) {
            loadByKey(connection, table.getKey(), sql(table.getKey()).load(), table.getValue(), records);
        }
        return records;
    }

    private RecordSql sql(RecordTable table) {
        RecordSql sql = statements.get(table);
        if (sql == null) {
            throw new IllegalStateException("no type has the table " + table.name());
        }
        return sql;
    }

    private static void loadCustomerNames(Connection connection, Collection<RecordKey> keys, PollRecords records)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RecordSql.CUSTOMER_NAMES)) {
            setKeys(connection, statement, keys);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.addCustomerName(new RecordKey(row.getString(1), row.getString(2)), row.getLong(3));
                }
            }
        }
    }

    private void loadCustomers(Connection connection, Lookups lookups, PollRecords records) throws SQLException {
        Set<CustomerId> wanted = new HashSet<>(lookups.namedCustomers());
        lookups.writtenCustomers()
                .forEach(key -> records.customerId(key).ifPresent(id -> wanted.add(new CustomerId(key.tenant(), id))));
        if (wanted.isEmpty()) {
            return;
        }
        List<CustomerId> ids = List.copyOf(wanted);
        try (PreparedStatement statement =
                connection.prepareStatement(sql(customerTable).loadLocked())) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(CustomerId::tenant).toArray(String[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", ids.stream().map(CustomerId::id).toArray(Long[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.addCustomer(record(row, customerTable));
                }
            }
        }
    }

    private static int loadByKey(
            Connection connection, RecordTable table, String sql, Collection<RecordKey> keys, PollRecords records)
            throws SQLException {
        if (keys.isEmpty()) {
            return 0;
        }
        int found = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setKeys(connection, statement, keys);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(record(row, table));
                    found++;
                }
            }
        }
        return found;
    }

    private static void setKeys(Connection connection, PreparedStatement statement, Collection<RecordKey> keys)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", keys.stream().map(RecordKey::tenant).toArray(String[]::new)));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", keys.stream().map(RecordKey::externalId).toArray(String[]::new)));
    }

    /** By position: looking each column up by its name took longer than reading it. */
    private static StoredRecord record(ResultSet row, RecordTable table) throws SQLException {
        long id = row.getLong(1);
        RecordKey key = new RecordKey(row.getString(2), row.getString(3));
        long customerId = table.isOfCustomers() ? id : row.getLong(4);
        List<Column> columns = table.columns();
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).kind().load(row, RecordSql.FIRST_TYPED_COLUMN + i);
        }
        Array fences = row.getArray(RecordSql.FIRST_TYPED_COLUMN + values.length);
        return StoredRecord.loaded(table, id, key, customerId, values, FenceArray.read(fences, table));
    }
}
