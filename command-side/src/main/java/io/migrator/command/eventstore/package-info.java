/**
 * The event store: Axon's JDBC engine on PostgreSQL with {@code bytea} columns, events in CBOR, everything else in JSON.
 */
@NullMarked
package io.migrator.command.eventstore;

import org.jspecify.annotations.NullMarked;
