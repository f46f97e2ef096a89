package io.migrator.command.intake;

import io.migrator.command.intake.csv.RecordOffsets;

/** How many rows go into a chunk: as configured, or fewer when the file's records are so long that a chunk would be too large. */
final class ChunkPlan {

    /** Bytes of the records in a chunk at most, unless a single one is larger. */
    static final long MOST_BYTES = 2L * 1024 * 1024;

    /** Chunks that exist at a time: one is on its way to the database while others are cut out and sealed. */
    private static final int CHUNKS = 1 + FileStaging.AHEAD;

    /** Copies of each. */
    private static final int COPIES = 5;

    private ChunkPlan() {}

    /** The memory that storing a file of this size takes, whatever its records are like. */
    static long memory(long fileSize) {
        return CHUNKS * COPIES * Math.min(MOST_BYTES, fileSize);
    }

    static int chunkSize(RecordOffsets offsets, int configured) {
        int size = configured;
        while (size > 1 && largest(offsets, size) > MOST_BYTES) {
            size = (size + 1) / 2;
        }
        return size;
    }

    /** Of the records alone: what lies between them, blank lines without end perhaps, goes into no chunk. */
    private static long largest(RecordOffsets offsets, int size) {
        long largest = 0;
        for (int first = 1; first <= offsets.rows(); first += size) {
            int last = Math.min(first + size - 1, offsets.rows());
            long bytes = 0;
            for (int row = first; row <= last; row++) {
                bytes += offsets.length(row);
            }
            largest = Math.max(largest, bytes);
        }
        return largest;
    }
}
