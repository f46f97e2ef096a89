/**
 * The target's records and how a poll of rows is applied to them: a few SQL statements load what the rows name, the rows are
 * decided one after the other in memory, a few SQL statements write the result. A {@link io.migrator.crm.record.TargetType}
 * says what a row of one file type means.
 */
@NullMarked
package io.migrator.crm.record;

import org.jspecify.annotations.NullMarked;
