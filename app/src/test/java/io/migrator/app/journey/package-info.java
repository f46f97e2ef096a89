/** Journeys through the whole service over HTTP, with the real PostgreSQL, Kafka and reference target. */
@NullMarked
package io.migrator.app.journey;

import org.jspecify.annotations.NullMarked;
