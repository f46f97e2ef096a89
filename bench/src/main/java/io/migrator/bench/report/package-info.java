/** The table and the file that hold what was measured. */
@NullMarked
package io.migrator.bench.report;

import org.jspecify.annotations.NullMarked;
