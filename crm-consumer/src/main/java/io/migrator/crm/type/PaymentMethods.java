package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.FLAG;
import static io.migrator.crm.record.ColumnKind.TEXT;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.Column;
import io.migrator.crm.record.RecordTable;
import java.util.List;

/** Cards, bank accounts and PayPal accounts of customers. */
public final class PaymentMethods extends ChildType {

    static final String GATEWAY = "GATEWAY";
    static final String GATEWAY_TOKEN = "GATEWAY_TOKEN";
    static final String CARD_LAST4 = "CARD_LAST4";
    static final String CARD_EXPIRY = "CARD_EXPIRY";
    static final String NETWORK_TRANSACTION_ID = "NETWORK_TRANSACTION_ID";

    static final RecordTable TABLE = RecordTable.ofChildren(
            "payment_methods",
            required("METHOD_TYPE", TEXT),
            required("STATUS", TEXT),
            required("IS_DEFAULT", FLAG),
            optional(GATEWAY, TEXT),
            optional(GATEWAY_TOKEN, TEXT),
            optional("CARD_BRAND", TEXT),
            optional(CARD_LAST4, TEXT),
            optional(CARD_EXPIRY, TEXT),
            optional("CARDHOLDER_NAME", TEXT),
            optional("ACCOUNT_NAME", TEXT),
            optional("BSB", TEXT),
            optional("ACCOUNT_LAST4", TEXT),
            optional("PAYPAL_EMAIL", TEXT),
            optional(NETWORK_TRANSACTION_ID, TEXT));

    // Only a gateway migration knows the network transaction id.
    private static final List<Column> STATED = TABLE.columns().stream()
            .filter(column -> !column.name().equals(NETWORK_TRANSACTION_ID))
            .toList();

    @Override
    public String fileType() {
        return "PAYMENT_METHODS";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }

    @Override
    public List<Column> columns() {
        return STATED;
    }
}
