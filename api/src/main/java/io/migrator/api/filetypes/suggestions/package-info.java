/**
 * What was probably meant by a cell that is refused: a sentence with the right writing, or nothing. Asked once for a violation and
 * never for a cell in order; the work for one is bounded, as no text longer than {@link
 * io.migrator.api.filetypes.suggestions.Meant#LONGEST} is looked at. No state, no I/O, no clock.
 */
@NullMarked
package io.migrator.api.filetypes.suggestions;

import org.jspecify.annotations.NullMarked;
