/** What the figures were measured on. */
@NullMarked
package io.migrator.bench.machine;

import org.jspecify.annotations.NullMarked;
