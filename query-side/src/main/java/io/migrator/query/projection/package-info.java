/** The projections as operations staff see them: how far each one is, and building one again from the events. */
@NullMarked
package io.migrator.query.projection;

import org.jspecify.annotations.NullMarked;
