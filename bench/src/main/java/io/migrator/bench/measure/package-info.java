/** Rounds in turns, medians, ratios and goals. */
@NullMarked
package io.migrator.bench.measure;

import org.jspecify.annotations.NullMarked;
