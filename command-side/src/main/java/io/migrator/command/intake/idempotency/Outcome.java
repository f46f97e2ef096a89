package io.migrator.command.intake.idempotency;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How the work on a file ended: what it takes to tell the sender, at once or when it asks again.
 *
 * @param uploadId the upload that the file became
 * @param version the sequence number of the upload's last event
 * @param violationCounts how many violations of each code a rejected file has; empty when it was accepted
 */
public record Outcome(UUID uploadId, long version, SortedMap<String, Long> violationCounts) {

    private static final long REJECTION_EVENT = 0;

    public Outcome {
        violationCounts = Collections.unmodifiableSortedMap(new TreeMap<>(violationCounts));
    }

    /** The file is stored. */
    public static Outcome accepted(UUID uploadId, long version) {
        return new Outcome(uploadId, version, Collections.emptySortedMap());
    }

    /** The file was refused. */
    public static Outcome rejected(UUID uploadId, SortedMap<String, Long> violationCounts) {
        return new Outcome(uploadId, REJECTION_EVENT, violationCounts);
    }

    /** Whether the file is stored. */
    public boolean isAccepted() {
        return violationCounts.isEmpty();
    }
}
