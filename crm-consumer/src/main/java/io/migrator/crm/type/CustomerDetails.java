package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.COUNT;
import static io.migrator.crm.record.ColumnKind.DATE;
import static io.migrator.crm.record.ColumnKind.FLAG;
import static io.migrator.crm.record.ColumnKind.TEXT;
import static io.migrator.crm.record.ColumnKind.TIMESTAMP;

import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.record.Lookups;
import io.migrator.crm.record.PollRecords;
import io.migrator.crm.record.RecordTable;
import io.migrator.crm.record.StatedRow;
import io.migrator.crm.record.StoredRecord;
import io.migrator.crm.record.TargetType;
import io.migrator.crm.record.Verdict;
import io.migrator.crm.record.Verdict.Applied;
import io.migrator.crm.record.Verdict.Refused;
import java.util.Optional;

/**
 * Customers. One exists when its EXTERNAL_ID is known or its PBJ_CUSTOMER_ID is; an unknown PBJ_CUSTOMER_ID finds nothing
 * and decides nothing. A customer found by PBJ_CUSTOMER_ID alone goes by the new EXTERNAL_ID from then on, and by the old.
 */
public final class CustomerDetails implements TargetType {

    private static final RecordTable TABLE = RecordTable.ofCustomers(
            "customers",
            optional("TITLE", TEXT),
            required("FIRST_NAME", TEXT),
            required("LAST_NAME", TEXT),
            required("DATE_OF_BIRTH", DATE),
            optional("EMAIL", TEXT),
            optional("MOBILE", TEXT),
            optional("ADDRESS_LINE_1", TEXT),
            optional("ADDRESS_LINE_2", TEXT),
            optional("SUBURB", TEXT),
            optional("STATE", TEXT),
            optional("POSTCODE", TEXT),
            optional("COUNTRY", TEXT),
            required("ACCOUNT_STATUS", TEXT),
            optional("REGISTERED_AT", TIMESTAMP),
            optional("EMAIL_VERIFIED", FLAG),
            optional("LOCALE", TEXT),
            optional("SELF_EXCLUDED_UNTIL", DATE),
            optional("WEEKLY_SPEND_LIMIT_CENTS", COUNT));

    @Override
    public String fileType() {
        return "CUSTOMER_DETAILS";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }

    @Override
    public void lookUp(StatedRow row, Lookups lookups) {
        lookups.customerToWrite(row.key(), row.namedCustomerId());
    }

    @Override
    public Verdict decide(StatedRow row, PollRecords records) {
        Optional<StoredRecord> byExternalId = records.customer(row.key());
        Optional<StoredRecord> byId = row.namedCustomerId().flatMap(records::customer);
        if (byExternalId.isPresent() && byId.isPresent() && byExternalId.get() != byId.get()) {
            return Refused.conflict("EXTERNAL_ID and PBJ_CUSTOMER_ID are those of two different customers.");
        }
        Optional<StoredRecord> present = byExternalId.or(() -> byId);
        if (present.isEmpty()) {
            return insert(row, records);
        }
        StoredRecord customer = present.get();
        if (byExternalId.isEmpty()) {
            records.nameCustomer(row.key(), customer);
        }
        return new Applied(customer, customer.state(row.cells(), row.fence()));
    }

    private Verdict insert(StatedRow row, PollRecords records) {
        Optional<Refused> missing = row.missing(columns());
        if (missing.isPresent()) {
            return missing.get();
        }
        StoredRecord customer = records.createCustomer(row.key());
        customer.state(row.cells(), row.fence());
        return new Applied(customer, Action.INSERTED);
    }
}
