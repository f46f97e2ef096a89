/**
 * What waits: the saga that keeps a migration's rows flowing within a window and notices when they stop, and the watch over
 * staging. Sagas route and count; the aggregate decides.
 */
@NullMarked
package io.migrator.saga.migration;

import org.jspecify.annotations.NullMarked;
