package io.migrator.api.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way to the target: the desired end state of one record.
 *
 * @param version of the contract, {@value #VERSION}
 * @param row the row's number in its file (1 = the first data row)
 * @param attempt grows with every retry of the rows in error
 * @param sequence orders migrations of one tenant; per record and column the highest one wins
 * @param externalId the record's key in the source system
 * @param pbjCustomerId the owning customer's id in the target, when the file names it
 * @param desiredState the non-empty cells by column, EXTERNAL_ID aside: text, Boolean or Long
 */
public record RowMessage(
        int version,
        String tenant,
        UUID uploadId,
        int row,
        int attempt,
        long sequence,
        String fileType,
        String externalId,
        @Nullable String pbjCustomerId,
        Map<String, Object> desiredState) {

    /** The contract's version. */
    public static final int VERSION = 1;

    public RowMessage {
        desiredState = desiredState instanceof ReadCells
                ? desiredState
                : Collections.unmodifiableMap(new LinkedHashMap<>(desiredState));
    }
}
