package io.migrator.crm.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The records that the rows of one poll name, as they stand after the rows decided so far. What is changed here is written
 * when all are decided. Belongs to one transaction and one thread.
 */
public final class PollRecords {

    private final RecordTable customerTable;
    private final RecordIds ids;
    private final Map<RecordTable, Map<RecordKey, StoredRecord>> records = new HashMap<>();
    private final Map<RecordKey, Long> customerIds = new HashMap<>();
    private final Map<Long, StoredRecord> customers = new HashMap<>();
    private final SortedMap<RecordKey, Long> newCustomerNames = new TreeMap<>();

    PollRecords(RecordTable customerTable, RecordIds ids) {
        this.customerTable = customerTable;
        this.ids = ids;
    }

    /** The id of the customer that goes by this external id. */
    public Optional<Long> customerId(RecordKey key) {
        return Optional.ofNullable(customerIds.get(key));
    }

    /** The customer that goes by this external id; it must have been looked up for writing. */
    public Optional<StoredRecord> customer(RecordKey key) {
        return customerId(key).map(id -> {
            StoredRecord customer = customers.get(id);
            if (customer == null) {
                throw new IllegalStateException("a customer was not looked up for writing");
            }
            return customer;
        });
    }

    /** The customer with this PBJ customer id, if it is one of the tenant; it must have been looked up for writing. */
    public Optional<StoredRecord> customer(CustomerId id) {
        return Optional.ofNullable(customers.get(id.id()))
                .filter(customer -> customer.key().tenant().equals(id.tenant()));
    }

    /** A new customer without values. */
    public StoredRecord createCustomer(RecordKey key) {
        long id = ids.next(customerTable);
        StoredRecord customer = StoredRecord.created(customerTable, id, key, id);
        customers.put(id, customer);
        nameCustomer(key, customer);
        return customer;
    }

    /** From now on the customer goes by this external id as well. */
    public void nameCustomer(RecordKey key, StoredRecord customer) {
        customerIds.put(key, customer.id());
        newCustomerNames.put(key, customer.id());
    }

    /** A customer's child; it must have been looked up. */
    public Optional<StoredRecord> find(RecordTable table, RecordKey key) {
        return Optional.ofNullable(records.getOrDefault(table, Map.of()).get(key));
    }

    /** A new child without values. */
    public StoredRecord create(RecordTable table, RecordKey key, long customerId) {
        StoredRecord created = StoredRecord.created(table, ids.next(table), key, customerId);
        add(created);
        return created;
    }

    void add(StoredRecord record) {
        records.computeIfAbsent(record.table(), any -> new HashMap<>()).put(record.key(), record);
    }

    void addCustomer(StoredRecord customer) {
        customers.put(customer.id(), customer);
    }

    void addCustomerName(RecordKey key, long id) {
        customerIds.put(key, id);
    }

    SortedMap<RecordKey, Long> newCustomerNames() {
        return newCustomerNames;
    }

    /** Every record that was looked up or created, customers first, then table by table. */
    List<List<StoredRecord>> byTable() {
        List<List<StoredRecord>> all = new ArrayList<>();
        all.add(List.copyOf(customers.values()));
        records.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> all.add(List.copyOf(entry.getValue().values())));
        return all;
    }
}
