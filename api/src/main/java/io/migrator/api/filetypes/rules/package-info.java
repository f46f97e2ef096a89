/**
 * What a file type can ask of its cells: rules on one cell, on several cells of a row, and on several rows of a file. Rules do
 * no I/O and read no clock but the moment they are given; all are immutable and safe to use from any thread.
 */
@NullMarked
package io.migrator.api.filetypes.rules;

import org.jspecify.annotations.NullMarked;
