package io.migrator.crm;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.ColumnKind;
import io.migrator.crm.record.RecordTable;

/** An eighth file type: this class, a line for the service loader, and a table. */
public final class LoyaltyPoints extends ChildType {

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
