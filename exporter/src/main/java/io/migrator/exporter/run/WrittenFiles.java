package io.migrator.exporter.run;

import java.time.Duration;
import java.util.List;

/**
 * What was written of all types.
 *
 * @param types in the order in which they were written
 * @param took from connecting to read, planning among it, to the end of the last part
 */
public record WrittenFiles(List<WrittenType> types, Duration took) {

    public WrittenFiles {
        types = List.copyOf(types);
    }

    /** Rows that the source gave in a second. */
    public long rowsPerSecond() {
        long rows = types.stream().mapToLong(WrittenType::read).sum();
        return Math.round(rows * 1e3 / Math.max(1, took.toMillis()));
    }

    /** Whether every row that was read has become one in a file. */
    public boolean isClean() {
        return types.stream().allMatch(type -> type.addsUp() && type.unmapped() == 0);
    }
}
