/** What there is to know about the file types, over REST: their specs and starter templates. */
@NullMarked
package io.migrator.command.filetypes;

import org.jspecify.annotations.NullMarked;
