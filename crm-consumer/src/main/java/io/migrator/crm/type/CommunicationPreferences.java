package io.migrator.crm.type;

import static io.migrator.crm.record.Column.optional;
import static io.migrator.crm.record.Column.required;
import static io.migrator.crm.record.ColumnKind.FLAG;
import static io.migrator.crm.record.ColumnKind.TEXT;
import static io.migrator.crm.record.ColumnKind.TIMESTAMP;

import io.migrator.crm.record.ChildType;
import io.migrator.crm.record.Column;
import io.migrator.crm.record.PollRecords;
import io.migrator.crm.record.RecordTable;
import io.migrator.crm.record.StatedRow;
import io.migrator.crm.record.Verdict.Refused;
import java.util.List;
import java.util.Optional;

/**
 * What customers want to hear, and on which channel. The wish expressed last counts, whichever file brings it: statements are
 * ordered by CAPTURED_AT, and by the sequence only when that is the same.
 */
public final class CommunicationPreferences extends ChildType {

    private static final Column CAPTURED_AT = required("CAPTURED_AT", TIMESTAMP);

    private static final RecordTable TABLE = RecordTable.ofRankedChildren(
            "communication_preferences",
            CAPTURED_AT.name(),
            required("CHANNEL", TEXT),
            required("PURPOSE", TEXT),
            optional("LOTTERY_KEY", TEXT),
            required("OPTED_IN", FLAG),
            CAPTURED_AT,
            required("CAPTURE_SOURCE", TEXT));

    @Override
    public String fileType() {
        return "COMMUNICATION_PREFERENCES";
    }

    @Override
    public RecordTable table() {
        return TABLE;
    }

    @Override
    protected Optional<Refused> check(StatedRow row, long customer, PollRecords records) {
        return row.missing(List.of(CAPTURED_AT));
    }
}
