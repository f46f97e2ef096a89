package io.migrator.exporter.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each row of a part stands, and its external id, by which answers about rows are understood. For one thread. */
final class RowIndex {

    private final List<String> externalIds = new ArrayList<>();
    /** Where each row begins, and where the last one ends. */
    private long[] offsets = new long[1_024];

    /** @param start of the first row */
    RowIndex(long start) {
        offsets[0] = start;
    }

    void add(String externalId, long end) {
        externalIds.add(externalId);
        if (externalIds.size() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[externalIds.size()] = end;
    }

    /** @param row from 1 */
    String externalId(int row) {
        return externalIds.get(row - 1);
    }

    /** Of the first row. */
    long start() {
        return offsets[0];
    }

    /** @param row from 1 */
    int length(int row) {
        return Math.toIntExact(offsets[row] - offsets[row - 1]);
    }
}
