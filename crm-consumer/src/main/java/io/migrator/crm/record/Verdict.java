package io.migrator.crm.record;

import io.migrator.api.wire.RowAnswer;

/** What became of one row. */
public sealed interface Verdict {

    /**
     * The record is as the row wants it, or as a migration started later wants it.
     *
     * @param record still open until the poll's transaction ends; its ids are final
     * @param action what the row did to it
     */
    record Applied(StoredRecord record, RowAnswer.Action action) implements Verdict {}

    /**
     * Nothing was written for the row.
     *
     * @param code stable, upper case, beginning with TARGET_
     * @param message a sentence for the operator, without content of the row
     */
    record Refused(String code, String message) implements Verdict {

        /** The customer named by CUSTOMER_EXTERNAL_ID is not known. */
        public static Refused customerUnknown() {
            return new Refused(
                    "TARGET_CUSTOMER_UNKNOWN",
                    "No customer has this CUSTOMER_EXTERNAL_ID; migrate the customers first, then retry.");
        }

        /** The customer does not have the payment method. */
        public static Refused paymentMethodUnknown(String column) {
            return new Refused(
                    "TARGET_PAYMENT_METHOD_UNKNOWN",
                    "The customer has no payment method with this " + column
                            + "; migrate the payment methods first, then retry.");
        }

        /** The row contradicts what the target holds. */
        public static Refused conflict(String message) {
            return new Refused("TARGET_CONFLICT", message);
        }

        /** The row lacks what a record cannot be without. */
        public static Refused valueMissing(String column) {
            return new Refused("TARGET_VALUE_MISSING", "The column " + column + " is not stated.");
        }

        /** A value is not of its column's kind. */
        public static Refused valueInvalid(String message) {
            return new Refused("TARGET_VALUE_INVALID", message);
        }

        /** The target knows no such file type. */
        public static Refused fileTypeUnknown() {
            return new Refused("TARGET_FILE_TYPE_UNKNOWN", "The target does not know this file type.");
        }
    }
}
