package io.migrator.api.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The target's answer to one {@link RowMessage}. A message seen twice is answered twice.
 *
 * @param version of the contract, {@value RowMessage#VERSION}
 * @param row as received
 * @param attempt as received
 * @param pbjCustomerId the owning customer's id in the target; with every success
 * @param assignedId the record's id in the target; with every success
 * @param crn the customer reference number; with every success
 * @param action what was done; with every success
 * @param error why the row was refused; with every error
 */
public record RowAnswer(
        int version,
        String tenant,
        UUID uploadId,
        int row,
        int attempt,
        Status status,
        @Nullable String pbjCustomerId,
        @Nullable String assignedId,
        @Nullable String crn,
        @Nullable Action action,
        @Nullable Error error) {

    /** How the row ended. */
    public enum Status {
        /** The target holds the desired state, or a newer one. */
        SUCCESS,
        /** The target refused the row. */
        ERROR
    }

    /** What a success did to the record. */
    public enum Action {
        /** The record is new. */
        INSERTED,
        /** At least one column changed. */
        UPDATED,
        /** Everything was so already. */
        UNCHANGED,
        /** Every cell was overtaken by a migration started later. */
        SUPERSEDED
    }

    /**
     * Why a row was refused.
     *
     * @param code stable, upper case
     * @param message a sentence for the operator; null when the target gives none
     */
    public record Error(String code, @Nullable String message) {}
}
