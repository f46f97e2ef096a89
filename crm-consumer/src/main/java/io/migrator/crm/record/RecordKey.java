package io.migrator.crm.record;

/** What names a record within a table. Every look-up goes by it, so tenants never mix. Ordered, so that locks are. */
public record RecordKey(String tenant, String externalId) implements Comparable<RecordKey> {

    @Override
    public int compareTo(RecordKey other) {
        int byTenant = tenant.compareTo(other.tenant);
        return byTenant != 0 ? byTenant : externalId.compareTo(other.externalId);
    }
}
