/**
 * What is written about a file type, for people and for programs, from its {@link io.migrator.api.filetypes.FileTypeSpec} alone:
 * the starter file, a page that explains the type, and its Table Schema. All of it is computed at every call; no I/O, no state.
 */
@NullMarked
package io.migrator.api.filetypes.documents;

import org.jspecify.annotations.NullMarked;
