package io.migrator.crm.record;

import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.record.Verdict.Applied;
import io.migrator.crm.record.Verdict.Refused;
import java.util.Optional;

/**
 * A type whose records belong to a customer, named by CUSTOMER_EXTERNAL_ID: inserted when new, else updated column by column.
 */
public abstract class ChildType implements TargetType {

    @Override
    public void lookUp(StatedRow row, Lookups lookups) {
        row.reference(RecordTable.CUSTOMER_EXTERNAL_ID).ifPresent(lookups::customer);
        lookups.recordToWrite(table(), row.key());
    }

    @Override
    public Verdict decide(StatedRow row, PollRecords records) {
        Optional<Long> known = row.reference(RecordTable.CUSTOMER_EXTERNAL_ID).flatMap(records::customerId);
        if (known.isEmpty()) {
            return row.text(RecordTable.CUSTOMER_EXTERNAL_ID).isEmpty()
                    ? Refused.valueMissing(RecordTable.CUSTOMER_EXTERNAL_ID)
                    : Refused.customerUnknown();
        }
        long customer = known.get();
        if (contradicts(row, customer)) {
            return Refused.conflict("PBJ_CUSTOMER_ID is not the id of the customer named by CUSTOMER_EXTERNAL_ID.");
        }
        Optional<Refused> refusal = check(row, customer, records);
        return refusal.isPresent() ? refusal.get() : apply(row, customer, records);
    }

    private static boolean contradicts(StatedRow row, long customer) {
        return row.namedCustomer().isPresent()
                && row.namedCustomerId().filter(named -> named.id() == customer).isEmpty();
    }

    /** What else speaks against the row; nothing, unless a type says otherwise. Changes nothing. */
    protected Optional<Refused> check(StatedRow row, long customer, PollRecords records) {
        return Optional.empty();
    }

    /** Inserts or updates the record. The customer is known, and {@link #check} had no objection. */
    protected Verdict apply(StatedRow row, long customer, PollRecords records) {
        Optional<StoredRecord> present = records.find(table(), row.key());
        if (present.isPresent()) {
            return new Applied(present.get(), update(row, customer, present.get()));
        }
        Optional<Refused> missing = row.missing(columns());
        if (missing.isPresent()) {
            return missing.get();
        }
        StoredRecord created = records.create(table(), row.key(), customer);
        created.state(row.cells(), row.fence());
        return new Applied(created, Action.INSERTED);
    }

    private static Action update(StatedRow row, long customer, StoredRecord record) {
        Fence fence = row.fence();
        if (!record.isOvertaken(RecordTable.CUSTOMER_EXTERNAL_ID, fence)) {
            record.moveTo(customer);
        }
        return record.state(row.cells(), fence);
    }
}
