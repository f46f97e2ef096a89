/**
 * The reference target as a process: reads rows from Kafka, hands each poll to the records, answers, and only then commits
 * its position. Of the migrator it knows the wire contract, nothing else.
 */
@NullMarked
package io.migrator.crm;

import org.jspecify.annotations.NullMarked;
