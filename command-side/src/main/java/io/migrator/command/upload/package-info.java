/**
 * The {@code FileUpload} aggregate: decides what happens to a file and its rows, and how it is kept, locked, cached and
 * snapshotted so that no command reads row content again, but the little of a file of one chunk. Nothing here does I/O but the
 * repository.
 */
@NullMarked
package io.migrator.command.upload;

import org.jspecify.annotations.NullMarked;
