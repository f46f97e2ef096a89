/**
 * Where operations staff see what could not be read or placed: both dead-letter topics, as a table of reasons and positions. The
 * content stays in Kafka; sending a letter again reads it there.
 */
@NullMarked
package io.migrator.saga.deadletters;

import org.jspecify.annotations.NullMarked;
