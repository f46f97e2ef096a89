/**
 * What is wrong with a file that is not accepted: codes and violations. Violations are data,
 * not faults; all types are immutable and safe to use from any thread.
 */
@NullMarked
package io.migrator.api.filetypes.violations;

import org.jspecify.annotations.NullMarked;
