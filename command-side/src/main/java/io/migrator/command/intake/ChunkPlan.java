package io.migrator.command.intake;

import io.migrator.command.intake.csv.RecordOffsets;

/** How many rows go into a chunk: as configured, or fewer when the file's records are so long that a chunk would be too large. */
final class ChunkPlan {

    /** Bytes of the records in a chunk at most, unless a single one is larger. */
    static final long MOST_BYTES = 2L * 1024 * 1024;

    /** Copies of a chunk that exist at a time while it is cut out, sealed and on its way to the database. */
    private static final int COPIES = 6;

    private ChunkPlan() {}

    /** The memory that storing a file of this size takes, whatever its records are like. */
    static long memory(long fileSize) {
        return COPIES * Math.min(MOST_BYTES, fileSize);
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
