package io.migrator.command.intake;

import io.migrator.command.intake.csv.RecordOffsets;

/** How many rows go into a chunk: as configured, or fewer when the file's records are so long that a chunk would be too large. */
final class ChunkPlan {

    /** Bytes of the file that a chunk spans at most, unless a single row is larger. */
    static final long MOST_BYTES = 8L * 1024 * 1024;

    private ChunkPlan() {}

    static int chunkSize(RecordOffsets offsets, int configured) {
        int size = configured;
        while (size > 1 && largest(offsets, size) > MOST_BYTES) {
            size = (size + 1) / 2;
        }
        return size;
    }

    private static long largest(RecordOffsets offsets, int size) {
        long largest = 0;
        for (int first = 1; first <= offsets.rows(); first += size) {
            int last = Math.min(first + size - 1, offsets.rows());
            largest = Math.max(largest, offsets.end(last) - offsets.start(first));
        }
        return largest;
    }
}
