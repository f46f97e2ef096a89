package io.migrator.api.event;

/** Why a migration was stopped. */
public enum StopReason {
    /** No progress for the stall timeout, while everything needed for progress was up. */
    STALLED,
    /** Not finished within the time limit of a migration. */
    TIME_LIMIT
}
