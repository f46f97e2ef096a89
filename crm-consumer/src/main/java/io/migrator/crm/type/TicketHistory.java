package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.COUNT;
import static io.migrator.crm.record.ColumnKind.DATE;
import static io.migrator.crm.record.ColumnKind.TEXT;
import static io.migrator.crm.record.ColumnKind.TIMESTAMP;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.RecordTable;

/** Tickets that customers bought. */
public final class TicketHistory extends ChildType {

    private static final RecordTable TABLE = RecordTable.ofChildren(
            "tickets",
            required("LOTTERY_KEY", TEXT),
            required("DRAW_NUMBER", COUNT),
            required("DRAW_DATE", DATE),
            required("PURCHASED_AT", TIMESTAMP),
            required("LINES", COUNT),
            optional("NUMBERS", TEXT),
            required("PRICE_CENTS", COUNT),
            required("CURRENCY", TEXT),
            required("STATUS", TEXT),
            optional("PRIZE_CENTS", COUNT),
            optional("RECURRING_EXTERNAL_ID", TEXT));

    @Override
    public String fileType() {
        return "TICKET_HISTORY";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }
}
