package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.TEXT;
import static io.migrator.crm.type.PaymentMethods.CARD_EXPIRY;
import static io.migrator.crm.type.PaymentMethods.CARD_LAST4;
import static io.migrator.crm.type.PaymentMethods.GATEWAY;
import static io.migrator.crm.type.PaymentMethods.GATEWAY_TOKEN;
import static io.migrator.crm.type.PaymentMethods.NETWORK_TRANSACTION_ID;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.Column;
import io.migrator.crm.record.Fence;
import io.migrator.crm.record.PollRecords;
import io.migrator.crm.record.RecordTable;
import io.migrator.crm.record.StatedRow;
import io.migrator.crm.record.StoredRecord;
import io.migrator.crm.record.Verdict;
import io.migrator.crm.record.Verdict.Applied;
import io.migrator.crm.record.Verdict.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves stored cards from one gateway to another: a payment method that is as the row expects it gets the new gateway and
 * token. Never inserts.
 *
 * <p>What the row expects is compared only with columns that no higher fence guards. A column stated by a migration started
 * later says nothing about how the payment method stood before; comparing with it would make the outcome depend on the order
 * of arrival, and would refuse a row that is delivered again after a later change. The row states what it confirmed as
 * well as what it changed, so an older file that comes late cannot tear token and card apart.
 */
public final class CardGatewayMigration extends ChildType {

    private static final String OLD_GATEWAY = "OLD_GATEWAY";
    private static final String OLD_TOKEN = "OLD_TOKEN";
    private static final String NEW_GATEWAY = "NEW_GATEWAY";
    private static final String NEW_TOKEN = "NEW_TOKEN";

    private static final List<Column> STATED = List.of(
            required(RecordTable.CUSTOMER_EXTERNAL_ID, TEXT),
            required(OLD_GATEWAY, TEXT),
            required(OLD_TOKEN, TEXT),
            required(NEW_GATEWAY, TEXT),
            required(NEW_TOKEN, TEXT),
            required(CARD_LAST4, TEXT),
            required(CARD_EXPIRY, TEXT),
            optional(NETWORK_TRANSACTION_ID, TEXT));

    @Override
    public String fileType() {
        return "CARD_GATEWAY_MIGRATION";
    }

    @Override
    public RecordTable table() {
        return PaymentMethods.TABLE;
    }

    @Override
    public List<Column> columns() {
        return STATED;
    }

    @Override
    protected Optional<Refused> check(StatedRow row, long customer, PollRecords records) {
        Optional<Refused> missing = row.missing(STATED);
        if (missing.isPresent()) {
            return missing;
        }
        Fence fence = row.fence();
        return records.find(PaymentMethods.TABLE, row.key())
                .filter(method ->
                        method.customerId() == customer || method.isOvertaken(RecordTable.CUSTOMER_EXTERNAL_ID, fence))
                .map(method -> contradiction(row, method, fence))
                .orElseGet(() -> Optional.of(Refused.paymentMethodUnknown("EXTERNAL_ID")));
    }

    private static Optional<Refused> contradiction(StatedRow row, StoredRecord method, Fence fence) {
        if (!agrees(row, method, fence, CARD_LAST4, CARD_LAST4)
                || !agrees(row, method, fence, CARD_EXPIRY, CARD_EXPIRY)) {
            return Optional.of(
                    Refused.conflict("CARD_LAST4 and CARD_EXPIRY are not those of the stored payment method."));
        }
        boolean isOld = agrees(row, method, fence, GATEWAY, OLD_GATEWAY)
                && agrees(row, method, fence, GATEWAY_TOKEN, OLD_TOKEN);
        boolean isNew = agrees(row, method, fence, GATEWAY, NEW_GATEWAY)
                && agrees(row, method, fence, GATEWAY_TOKEN, NEW_TOKEN);
        return isOld || isNew
                ? Optional.empty()
                : Optional.of(Refused.conflict(
                        "The payment method is stored with neither the old gateway and token" + " nor the new ones."));
    }

    private static boolean agrees(StatedRow row, StoredRecord method, Fence fence, String stored, String expected) {
        return method.isOvertaken(stored, fence)
                || method.holds(stored, row.text(expected).orElse(null));
    }

    @Override
    protected Verdict apply(StatedRow row, long customer, PollRecords records) {
        StoredRecord method = records.find(PaymentMethods.TABLE, row.key()).orElseThrow();
        Map<String, Object> cells = new LinkedHashMap<>(row.cells());
        cells.put(GATEWAY, cells.remove(NEW_GATEWAY));
        cells.put(GATEWAY_TOKEN, cells.remove(NEW_TOKEN));
        cells.remove(OLD_GATEWAY);
        cells.remove(OLD_TOKEN);
        return new Applied(method, method.state(cells, row.fence()));
    }
}
