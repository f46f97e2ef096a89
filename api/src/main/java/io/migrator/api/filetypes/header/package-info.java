/** Which type a file is of, told by its first record, and what is wrong with a header that is no type's. No I/O, no state. */
@NullMarked
package io.migrator.api.filetypes.header;

import org.jspecify.annotations.NullMarked;
