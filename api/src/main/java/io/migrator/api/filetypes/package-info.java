/**
 * The file types and the form in which their rows are kept. A type is declared once, in one class that implements
 * {@link io.migrator.api.filetypes.FileType}; header detection, validation, templates, documentation and the typed desired
 * state follow from its {@link io.migrator.api.filetypes.FileTypeSpec}. Also here: the record parser, row chunks and the codec
 * that seals them.
 */
@NullMarked
package io.migrator.api.filetypes;

import org.jspecify.annotations.NullMarked;
