package io.migrator.api.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The target's answer for one row, checked and without what the upload already says.
 *
 * @param row the row's number (1 = the file's first data row)
 * @param attempt the attempt that the answer belongs to
 * @param succeeded whether the target holds the desired state
 * @param pbjCustomerId the owning customer's id in the target
 * @param assignedId the record's id in the target
 * @param crn the customer reference number
 * @param action INSERTED, UPDATED, UNCHANGED or SUPERSEDED
 * @param errorCode stable code of a refusal
 * @param errorMessage the refusal in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowOutcome(
        int row,
        int attempt,
        boolean succeeded,
        @Nullable String pbjCustomerId,
        @Nullable String assignedId,
        @Nullable String crn,
        @Nullable String action,
        @Nullable String errorCode,
        @Nullable String errorMessage) {}
