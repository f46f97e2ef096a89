/** Waiting until a projection shows what a client has been told already. */
@NullMarked
package io.migrator.query.visibility;

import org.jspecify.annotations.NullMarked;
