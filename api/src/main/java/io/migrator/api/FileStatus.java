package io.migrator.api;

/** The state of an uploaded file. The names are part of the REST contract; the ids are stored in lookup tables. */
public enum FileStatus {
    /** Accepted and being stored; not yet visible as ready. */
    MIGRATE_FILE_STAGING(1),
    /** At least one violation; nothing of it is stored but the report. */
    MIGRATE_FILE_REJECTED(2),
    /** Every row valid and stored; waits for the operator. */
    MIGRATE_FILE_READY(3),
    /** Rows go to the target and answers come back. */
    MIGRATE_FILE_INPROGRESS(4),
    /** Every row succeeded. */
    MIGRATE_FILE_COMPLETE(5),
    /** Every row is settled, at least one in error. */
    MIGRATE_FILE_COMPLETE_WITH_ERRORS(6),
    /** No answer for too long, or out of time; can be resumed. */
    MIGRATE_FILE_STOPPED(7),
    /** Ended by an operator, or staging never finished. */
    MIGRATE_FILE_CANCELLED(8);

    private final int id;

    FileStatus(int id) {
        this.id = id;
    }

    /** The stable id under which the state is stored. */
    public int id() {
        return id;
    }

    /** The state that every row settled leads to. */
    public static FileStatus completed(RowCounts counts) {
        return counts.error() == 0 ? MIGRATE_FILE_COMPLETE : MIGRATE_FILE_COMPLETE_WITH_ERRORS;
    }
}
