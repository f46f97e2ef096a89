package io.migrator.api.filetypes;

import org.jspecify.annotations.Nullable;

/**
 * A row as it is kept.
 *
 * @param record the original text of the type's own columns, without its line end
 * @param pbjCustomerId the incoming PBJ_CUSTOMER_ID, or null when none was given
 */
public record StagedRow(String record, @Nullable String pbjCustomerId) {}
