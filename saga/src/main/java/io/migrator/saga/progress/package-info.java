/** Whether everything that a migration needs to move was there: what tells a stall from an outage. */
@NullMarked
package io.migrator.saga.progress;

import org.jspecify.annotations.NullMarked;
