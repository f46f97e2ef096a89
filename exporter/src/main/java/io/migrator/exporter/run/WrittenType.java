package io.migrator.exporter.run;

import io.migrator.exporter.store.RefusedRow;
import java.util.List;

/**
 * What was written of one file type.
 *
 * @param consistency how far it belongs to one moment, in the words of a reading
 * @param parts files
 * @param read rows that the source gave
 * @param unmapped of them, that made no row of the file type
 * @param written of them, to files
 * @param refusals why rows were not mapped, in the order of the blocks
 */
public record WrittenType(
        String fileType,
        String consistency,
        int blocks,
        int parts,
        long read,
        long unmapped,
        long written,
        List<RefusedRow> refusals) {

    public WrittenType {
        refusals = List.copyOf(refusals);
    }

    /** Whether every row that was read is where it should be. */
    public boolean addsUp() {
        return read == unmapped + written;
    }
}
