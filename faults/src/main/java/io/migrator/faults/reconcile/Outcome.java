package io.migrator.faults.reconcile;

/** What became of a row. */
enum Outcome {
    OPEN,
    SUCCESS,
    ERROR
}
