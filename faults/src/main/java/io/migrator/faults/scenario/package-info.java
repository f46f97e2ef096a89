/** What happens in a scenario: files that are sent by operators who do not give up, and faults at random moments meanwhile. */
@NullMarked
package io.migrator.faults.scenario;

import org.jspecify.annotations.NullMarked;
