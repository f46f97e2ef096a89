package io.migrator.api;

/** The state of one row. The names are part of the REST contract; the ids are stored in lookup tables. */
public enum RowStatus {
    /** Stored, not sent in the current attempt. */
    MIGRATE_ROW_READY(1),
    /** Sent, not answered. */
    MIGRATE_ROW_PENDING(2),
    /** The target holds the desired state. */
    MIGRATE_ROW_SUCCESS(3),
    /** The target refused the row; the answer says why. */
    MIGRATE_ROW_ERROR(4);

    private final int id;

    RowStatus(int id) {
        this.id = id;
    }

    /** The stable id under which the state is stored. */
    public int id() {
        return id;
    }
}
