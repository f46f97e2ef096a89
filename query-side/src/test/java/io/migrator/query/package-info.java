/** The query side alone, over a real PostgreSQL and Axon's own event store. */
@NullMarked
package io.migrator.query;

import org.jspecify.annotations.NullMarked;
