package io.migrator.crm.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes what a poll's rows made of the records: one INSERT and one UPDATE per table. Safe to use from any thread. */
final class RecordWriter {

    private final Map<RecordTable, RecordSql> statements;

    RecordWriter(Map<RecordTable, RecordSql> statements) {
        this.statements = statements;
    }

    void write(Connection connection, PollRecords records) throws SQLException {
        for (List<StoredRecord> ofTable : records.byTable()) {
            insert(connection, those(ofTable, StoredRecord::isNew, Comparator.comparing(StoredRecord::key)));
            update(connection, those(ofTable, StoredRecord::isToBeUpdated, Comparator.comparing(StoredRecord::id)));
            if (!ofTable.isEmpty() && ofTable.get(0).table().isOfCustomers()) {
                insertCustomerNames(connection, records.newCustomerNames());
            }
        }
    }

    private static List<StoredRecord> those(
            List<StoredRecord> records, Predicate<StoredRecord> wanted, Comparator<StoredRecord> order) {
        return records.stream().filter(wanted).sorted(order).toList();
    }

    private void insert(Connection connection, List<StoredRecord> records) throws SQLException {
        List<Function<StoredRecord, @Nullable String>> columns = new ArrayList<>();
        columns.add(record -> Long.toString(record.id()));
        columns.add(record -> record.key().tenant());
        columns.add(record -> record.key().externalId());
        write(connection, records, RecordSql::insert, columns);
    }

    private void update(Connection connection, List<StoredRecord> records) throws SQLException {
        List<Function<StoredRecord, @Nullable String>> columns = new ArrayList<>();
        columns.add(record -> Long.toString(record.id()));
        write(connection, records, RecordSql::update, columns);
    }

    private void write(
            Connection connection,
            List<StoredRecord> records,
            Function<RecordSql, String> statementOf,
            List<Function<StoredRecord, @Nullable String>> columns)
            throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        RecordTable table = records.get(0).table();
        columns.add(record -> ownColumn(record));
        for (int i = 0; i < table.columns().size(); i++) {
            int position = i;
            columns.add(record -> text(record.value(position)));
        }
        columns.add(FenceArray::write);
        RecordSql sql = statements.get(table);
        if (sql == null) {
            throw new IllegalStateException("no type has the table " + table.name());
        }
        try (PreparedStatement statement = connection.prepareStatement(statementOf.apply(sql))) {
            for (int i = 0; i < columns.size(); i++) {
                Object[] values = records.stream().map(columns.get(i)).toArray();
                statement.setArray(i + 1, connection.createArrayOf("text", values));
            }
            statement.executeUpdate();
        }
    }

    private static String ownColumn(StoredRecord record) {
        return record.table().isOfCustomers()
                ? CustomerReferenceNumber.of(record.id())
                : Long.toString(record.customerId());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void insertCustomerNames(Connection connection, Map<RecordKey, Long> names) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RecordSql.INSERT_CUSTOMER_NAMES)) {
            Object[] tenants = names.keySet().stream().map(RecordKey::tenant).toArray();
            Object[] externalIds =
                    names.keySet().stream().map(RecordKey::externalId).toArray();
            statement.setArray(1, connection.createArrayOf("text", tenants));
            statement.setArray(2, connection.createArrayOf("text", externalIds));
            statement.setArray(
                    3, connection.createArrayOf("bigint", names.values().toArray()));
            statement.executeUpdate();
        }
    }
}
