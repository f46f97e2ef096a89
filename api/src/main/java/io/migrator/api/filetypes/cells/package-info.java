/**
 * Reading the text of a cell: numbers, dates, card numbers, and what of a value may be shown. Pure functions without
 * regular expressions or exceptions, because they run for every cell of every file; all are safe to use from any thread.
 */
@NullMarked
package io.migrator.api.filetypes.cells;

import org.jspecify.annotations.NullMarked;
