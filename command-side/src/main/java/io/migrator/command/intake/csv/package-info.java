/**
 * A spooled file read as CSV, record by record, with the position of every record in it; and single records taken apart again
 * from their bytes. Judges nothing but whether the bytes are text and the quotes are closed.
 */
@NullMarked
package io.migrator.command.intake.csv;

import org.jspecify.annotations.NullMarked;
