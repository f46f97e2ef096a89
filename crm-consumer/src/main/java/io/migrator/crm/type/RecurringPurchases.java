package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.COUNT;
import static io.migrator.crm.record.ColumnKind.DATE;
import static io.migrator.crm.record.ColumnKind.TEXT;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.Lookups;
import io.migrator.crm.record.PollRecords;
import io.migrator.crm.record.RecordKey;
import io.migrator.crm.record.RecordTable;
import io.migrator.crm.record.StatedRow;
import io.migrator.crm.record.Verdict.Refused;
import java.util.Optional;

/** Purchases that repeat themselves. A payment method that the row names must be one of the customer. */
public final class RecurringPurchases extends ChildType {

    private static final String PAYMENT_METHOD_EXTERNAL_ID = "PAYMENT_METHOD_EXTERNAL_ID";

    private static final RecordTable TABLE = RecordTable.ofChildren(
            "recurring_purchases",
            required("KIND", TEXT),
            required("LOTTERY_KEY", TEXT),
            required("LINES", COUNT),
            optional("NUMBERS", TEXT),
            required("PRICE_CENTS", COUNT),
            required("CURRENCY", TEXT),
            required("STATUS", TEXT),
            required("FREQUENCY", TEXT),
            required("START_DATE", DATE),
            optional("END_DATE", DATE),
            optional("NEXT_PURCHASE_DATE", DATE),
            optional(PAYMENT_METHOD_EXTERNAL_ID, TEXT));

    @Override
    public String fileType() {
        return "RECURRING_PURCHASES";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }

    @Override
    public void lookUp(StatedRow row, Lookups lookups) {
        super.lookUp(row, lookups);
        row.reference(PAYMENT_METHOD_EXTERNAL_ID).ifPresent(key -> lookups.recordToRead(PaymentMethods.TABLE, key));
    }

    @Override
    protected Optional<Refused> check(StatedRow row, long customer, PollRecords records) {
        Optional<RecordKey> named = row.reference(PAYMENT_METHOD_EXTERNAL_ID);
        boolean has = named.flatMap(key -> records.find(PaymentMethods.TABLE, key))
                .filter(method -> method.customerId() == customer)
                .isPresent();
        return named.isEmpty() || has
                ? Optional.empty()
                : Optional.of(Refused.paymentMethodUnknown(PAYMENT_METHOD_EXTERNAL_ID));
    }
}
