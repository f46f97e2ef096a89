/**
 * The way out: every durable order to send rows becomes messages on {@code MIGRATOR.JL}, acknowledged by the broker before the
 * order counts as carried out.
 */
@NullMarked
package io.migrator.saga.dispatch;

import org.jspecify.annotations.NullMarked;
