/**
 * PostgreSQL and Kafka, the real servers, started from Maven artifacts: durable ones for the embedded run, throw-away ones
 * for tests. Nothing here knows what is stored in them.
 */
@NullMarked
package io.migrator.embedded;

import org.jspecify.annotations.NullMarked;
