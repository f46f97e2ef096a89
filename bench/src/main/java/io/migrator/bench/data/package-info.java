/** The files that are measured with, made from a fixed seed: the same on every machine. */
@NullMarked
package io.migrator.bench.data;

import org.jspecify.annotations.NullMarked;
