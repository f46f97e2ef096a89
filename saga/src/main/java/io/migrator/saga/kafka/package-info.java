/**
 * What both Kafka edges share: the extension's factories configured for this contract, a message source that hands on one event
 * per poll, dead letters, and the topics.
 */
@NullMarked
package io.migrator.saga.kafka;

import org.jspecify.annotations.NullMarked;
