/** What came out of a run of scenarios. */
@NullMarked
package io.migrator.faults.report;

import org.jspecify.annotations.NullMarked;
