/**
 * How a file comes in: the body is spooled to disk, its type told from its header, every row validated, and only a file without
 * a violation is stored, in chunks. Of a file that is refused nothing is kept but its violations, for a limited time.
 *
 * <p>Memory does not grow with the content: per row 8 bytes say where it stands in the spooled file, and for each rule between
 * rows 11 bytes at most hold half a fingerprint and the first row that had it. What all intakes together take is limited; who
 * does not find room waits in order. Long files are read, and chunks sealed, by threads that all intakes share; what they do is
 * put together in the file's order by the thread of the request.
 */
@NullMarked
package io.migrator.command.intake;

import org.jspecify.annotations.NullMarked;
