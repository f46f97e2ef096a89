package io.migrator.crm.record;

import java.util.List;

/**
 * What the target does with a row of one file type. A new one is a public class with a public constructor without
 * parameters, named in {@code META-INF/services/io.migrator.crm.record.TargetType}; its table comes with a Flyway script in
 * {@code db/crm} on the class path. Records that belong to a customer and follow no rule of their own extend
 * {@link ChildType}. Implementations keep no state and are used from several threads.
 */
public interface TargetType {

    /** The file type's name on the wire. */
    String fileType();

    /** Where its records are. */
    RecordTable table();

    /** What a row may state, EXTERNAL_ID aside; a row with any other column is refused. */
    default List<Column> columns() {
        return table().columns();
    }

    /** Names everything of the database that {@link #decide} will look at for this row. */
    void lookUp(StatedRow row, Lookups lookups);

    /**
     * Decides one row and changes the records accordingly. Everything is checked before anything is changed: a refused row
     * leaves no trace.
     */
    Verdict decide(StatedRow row, PollRecords records);
}
