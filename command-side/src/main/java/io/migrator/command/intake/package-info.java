/**
 * How a file comes in: the body is spooled to disk, its type told from its header, every row validated, and only a file without
 * a violation is stored, in chunks. Of a file that is refused nothing is kept but its violations, for a limited time.
 *
 * <p>Memory does not grow with the content: per row 12 bytes say where it stands in the spooled file, and for each rule between
 * rows a fingerprint is kept.
 */
@NullMarked
package io.migrator.command.intake;

import org.jspecify.annotations.NullMarked;
