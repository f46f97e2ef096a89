/**
 * Looks, after a scenario, whether everything agrees: the files that were sent, both topics and their dead letters, the event
 * store, the projections, the downloads and the target's tables. It reads them as anybody could, with nothing of the service's own
 * code, so that it does not share its mistakes.
 */
@NullMarked
package io.migrator.faults.reconcile;

import org.jspecify.annotations.NullMarked;
