package io.migrator.exporter.store;

import java.util.List;
import java.util.Map;

/**
 * What reading and sending a block has led to.
 *
 * @param read rows that the source gave
 * @param unchanged of them, taken by the service before as they are
 * @param unmapped of them, that made no row of the file type
 * @param refusals by the mapping or the service
 * @param fingerprints of the rows that the service has, by external id
 */
public record BlockResult(
        long read,
        long unchanged,
        long unmapped,
        List<Part> parts,
        List<RefusedRow> refusals,
        Map<String, byte[]> fingerprints) {

    public BlockResult {
        parts = List.copyOf(parts);
        refusals = List.copyOf(refusals);
    }
}
