package io.migrator.crm.record;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that the rows of one poll need to know of the database, gathered before it is asked. */
public final class Lookups {

    // Sorted: every worker locks tables and records in the same order.
    private final Map<RecordTable, Set<RecordKey>> written = new TreeMap<>(Comparator.comparing(RecordTable::name));
    private final Map<RecordTable, Set<RecordKey>> read = new TreeMap<>(Comparator.comparing(RecordTable::name));
    private final Set<RecordKey> customers = new HashSet<>();
    private final Set<RecordKey> writtenCustomers = new HashSet<>();
    private final Set<CustomerId> namedCustomers = new HashSet<>();

    Lookups() {}

    /** A customer that the row refers to. */
    public void customer(RecordKey key) {
        customers.add(key);
    }

    /** A customer that the row may change, known by its external id or by its PBJ customer id. */
    public void customerToWrite(RecordKey key, Optional<CustomerId> id) {
        customers.add(key);
        writtenCustomers.add(key);
        id.ifPresent(namedCustomers::add);
    }

    /** A record that the row refers to. */
    public void recordToRead(RecordTable table, RecordKey key) {
        read.computeIfAbsent(table, any -> new TreeSet<>()).add(key);
    }

    /** A record that the row may insert or change. */
    public void recordToWrite(RecordTable table, RecordKey key) {
        written.computeIfAbsent(table, any -> new TreeSet<>()).add(key);
    }

    Map<RecordTable, Set<RecordKey>> written() {
        return written;
    }

    /** What is only read, without what is locked anyway. */
    Map<RecordTable, Set<RecordKey>> onlyRead() {
        read.forEach((table, keys) -> keys.removeAll(written.getOrDefault(table, Set.of())));
        return read;
    }

    Set<RecordKey> customers() {
        return customers;
    }

    Set<RecordKey> writtenCustomers() {
        return writtenCustomers;
    }

    Set<CustomerId> namedCustomers() {
        return namedCustomers;
    }
}
