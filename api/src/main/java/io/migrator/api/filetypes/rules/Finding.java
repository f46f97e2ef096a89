package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.violations.ViolationCode;

/**
 * What a rule found wrong with a cell.
 *
 * @param code which kind of violation
 * @param advice a sentence that says what to do, without the cell's text
 */
public record Finding(ViolationCode code, String advice) {}
