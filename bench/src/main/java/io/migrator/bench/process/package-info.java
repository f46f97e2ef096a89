/** Processes that the bench starts, and which end with it. */
@NullMarked
package io.migrator.bench.process;

import org.jspecify.annotations.NullMarked;
