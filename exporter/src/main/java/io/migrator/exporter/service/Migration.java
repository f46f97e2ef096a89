package io.migrator.exporter.service;

/** How far the migration of an upload is. */
public record Migration(String status, int rows, int success, int error) {

    /** Whether it changes no more by itself. */
    public boolean isOver() {
        return !status.equals("MIGRATE_FILE_READY") && !status.equals("MIGRATE_FILE_INPROGRESS");
    }

    /** Whether every row has its outcome. */
    public boolean isComplete() {
        return status.equals("MIGRATE_FILE_COMPLETE") || status.equals("MIGRATE_FILE_COMPLETE_WITH_ERRORS");
    }
}
