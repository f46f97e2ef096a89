/** What is measured: one class per line, or lines, of the table. */
@NullMarked
package io.migrator.bench.work;

import org.jspecify.annotations.NullMarked;
