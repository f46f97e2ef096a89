/**
 * The Kafka contract with the target system: messages, answers, topics, dead-letter headers and their JSON form. A target\n * in Java may use this package; one in any other language follows the published AsyncAPI document.
 */
@NullMarked
package io.migrator.api.wire;

import org.jspecify.annotations.NullMarked;
