/** What came of a run. */
@NullMarked
package io.migrator.exporter.report;

import org.jspecify.annotations.NullMarked;
