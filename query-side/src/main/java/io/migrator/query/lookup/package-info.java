/** The lookup tables of the read model. */
@NullMarked
package io.migrator.query.lookup;

import org.jspecify.annotations.NullMarked;
