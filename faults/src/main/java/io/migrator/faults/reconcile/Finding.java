package io.migrator.faults.reconcile;

/**
 * Something that should not be.
 *
 * @param what names upload and row, never a cell
 */
public record Finding(Kind kind, String what) {

    /** What it would mean on the night of a cut-over. */
    public enum Kind {
        /** A file, a row or an outcome is gone. */
        LOSS,
        /** A row was applied twice, and differently. */
        DOUBLE_APPLICATION,
        /** Two places that should say the same do not. */
        DISAGREEMENT
    }
}
