package io.migrator.api.filetypes.rules;

import java.util.function.BiPredicate;

/**
 * A rule between the columns of a row. A row that breaks it has a CELL_CONDITION.
 *
 * @param column the column that is shown as wrong
 * @param advice what to do
 * @param holds whether a row keeps the rule; has to hold when a cell it looks at is wrong in itself
 */
public record RowCondition(String column, String advice, BiPredicate<RowCells, UploadMoment> holds) {}
