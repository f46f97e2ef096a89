package io.migrator.crm.record;

import java.util.Comparator;

/** What names a record within a table. Every look-up goes by it, so tenants never mix. Ordered, so that locks are. */
public record RecordKey(String tenant, String externalId) implements Comparable<RecordKey> {

    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::tenant).thenComparing(RecordKey::externalId);

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }
}
