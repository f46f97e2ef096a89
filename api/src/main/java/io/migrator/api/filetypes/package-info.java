/**
 * The file types and the form in which their rows are kept: specs, record parser, row chunks and the codec that seals them.
 */
@NullMarked
package io.migrator.api.filetypes;

import org.jspecify.annotations.NullMarked;
