package io.migrator.app.journey;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.ColumnKind;
import io.migrator.crm.record.RecordTable;

/** What the reference target does with {@link LoyaltyPoints}. */
public final class LoyaltyPointsTarget extends ChildType {

    private static final RecordTable TABLE = RecordTable.ofChildren(
            "loyalty_points", required("POINTS", ColumnKind.INTEGER), optional("LEVEL", ColumnKind.TEXT));

    @Override
    public String fileType() {
        return "LOYALTY_POINTS";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }
}
