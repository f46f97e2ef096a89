package io.migrator.crm.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes what a poll's rows made of the records: one COPY and one UPDATE per table. Safe to use from any thread. */
final class RecordWriter {

    private static final Comparator<StoredRecord> BY_KEY = (a, b) -> a.key().compareTo(b.key());
    private static final Comparator<StoredRecord> BY_ID = Comparator.comparingLong(StoredRecord::id);

    /** id, tenant, external_id, crn or customer_id, fences. */
    private static final int COMMON_COLUMNS = 5;

    private final Map<RecordTable, RecordSql> statements;

    RecordWriter(Map<RecordTable, RecordSql> statements) {
        this.statements = statements;
    }

    void write(Connection connection, PollRecords records) throws SQLException {
        for (List<StoredRecord> ofTable : records.byTable()) {
            insert(connection, those(ofTable, StoredRecord::isNew, BY_KEY));
            update(connection, those(ofTable, StoredRecord::isToBeUpdated, BY_ID));
            if (!ofTable.isEmpty() && ofTable.get(0).table().isOfCustomers()) {
                insertCustomerNames(connection, records.newCustomerNames());
            }
        }
    }

    private static List<StoredRecord> those(
            List<StoredRecord> records, Predicate<StoredRecord> wanted, Comparator<StoredRecord> order) {
        List<StoredRecord> those = new ArrayList<>(records.size());
        for (StoredRecord record : records) {
            if (wanted.test(record)) {
                those.add(record);
            }
        }
        those.sort(order);
        return those;
    }

    private void insert(Connection connection, List<StoredRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows();
        for (StoredRecord record : records) {
            copy(record, rows);
        }
        rows.send(connection, sql(records.get(0).table()).copy());
    }

    /** The values in the order of {@link RecordSql#copy}. */
    private static void copy(StoredRecord record, CopyRows rows) {
        RecordTable table = record.table();
        List<Column> columns = table.columns();
        rows.row(columns.size() + COMMON_COLUMNS);
        rows.number(record.id()).text(record.key().tenant()).text(record.key().externalId());
        if (table.isOfCustomers()) {
            rows.text(CustomerReferenceNumber.of(record.id()));
        } else {
            rows.number(record.customerId());
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = record.value(i);
            if (value == null) {
                rows.nothing();
            } else {
                columns.get(i).kind().copy(value, rows);
            }
        }
        FenceArray.copy(record, rows);
    }

    private void update(Connection connection, List<StoredRecord> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        RecordTable table = records.get(0).table();
        try (PreparedStatement statement =
                connection.prepareStatement(sql(table).update())) {
            int parameter = 1;
            setTexts(statement, parameter++, records, record -> Long.toString(record.id()));
            setTexts(statement, parameter++, records, RecordWriter::ownColumn);
            for (int i = 0; i < table.columns().size(); i++) {
                int position = i;
                setTexts(statement, parameter++, records, record -> text(record.value(position)));
            }
            setTexts(statement, parameter, records, FenceArray::write);
            statement.executeUpdate();
        }
    }

    /** As an array of strings, and not of objects, the driver sends it in binary form. */
    private static void setTexts(
            PreparedStatement statement,
            int parameter,
            List<StoredRecord> records,
            Function<StoredRecord, @Nullable String> value)
            throws SQLException {
        @Nullable String[] texts = new String[records.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.apply(records.get(i));
        }
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", texts));
    }

    private RecordSql sql(RecordTable table) {
        RecordSql sql = statements.get(table);
        if (sql == null) {
            throw new IllegalStateException("no type has the table " + table.name());
        }
        return sql;
    }

    private static String ownColumn(StoredRecord record) {
        return record.table().isOfCustomers()
                ? CustomerReferenceNumber.of(record.id())
                : Long.toString(record.customerId());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void insertCustomerNames(Connection connection, SortedMap<RecordKey, Long> names)
            throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows();
        names.forEach((key, customer) ->
                rows.row(3).text(key.tenant()).text(key.externalId()).number(customer));
        rows.send(connection, RecordSql.COPY_CUSTOMER_NAMES);
    }
}
