package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.FLAG;
import static io.migrator.crm.record.ColumnKind.TEXT;
import static io.migrator.crm.record.ColumnKind.TIMESTAMP;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.RecordTable;

/** Notes on customers. */
public final class CustomerNotes extends ChildType {

    private static final RecordTable TABLE = RecordTable.ofChildren(
            "customer_notes",
            required("NOTED_AT", TIMESTAMP),
            optional("AUTHOR", TEXT),
            required("CATEGORY", TEXT),
            optional("PINNED", FLAG),
            required("BODY", TEXT));

    @Override
    public String fileType() {
        return "CUSTOMER_NOTES";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }
}
