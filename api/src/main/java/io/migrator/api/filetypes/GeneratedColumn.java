package io.migrator.api.filetypes;

import java.util.Arrays;
import java.util.List;

/** The columns that a downloaded result has after the type's own, in this order. */
public enum GeneratedColumn {
    /** The owning customer's id in the target; on the way in a key for looking it up. */
    PBJ_CUSTOMER_ID("The owning customer's id in the target"),
    /** The record's id in the target; ignored on the way in. */
    ASSIGNED_ID("This record's id in the target"),
    /** The customer reference number; ignored on the way in. */
    CRN("The customer reference number"),
    /** Why the target refused the row; ignored on the way in. */
    ERROR("Why the row could not be migrated");

    private static final List<String> NAMES =
            Arrays.stream(values()).map(Enum::name).toList();

    private final String description;

    GeneratedColumn(String description) {
        this.description = description;
    }

    /** What the column holds, in a few words. */
    public String description() {
        return description;
    }

    /** The names in their order. */
    public static List<String> names() {
        return NAMES;
    }
}
