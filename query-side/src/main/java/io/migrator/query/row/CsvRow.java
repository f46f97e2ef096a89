package io.migrator.query.row;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.migrator.api.RowStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with what the target answered.
 *
 * @param row number of the row (1 = the file's first data row)
 * @param sentAt since when the target's answer is waited for; of a pending row only
 * @param record the original text of the type's own columns
 * @param pbjCustomerId from the answer, else as it came in
 * @param error code and message of the refusal, when that is the row's state
 */
public record CsvRow(
        int row,
        RowStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant sentAt,
        String record,
        @Nullable String pbjCustomerId,
        @Nullable String assignedId,
        @Nullable String crn,
        @Nullable String error) {}
