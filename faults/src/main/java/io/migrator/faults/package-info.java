/**
 * The fault suite: scenarios in which whatever can die does, and the proof afterwards that nothing was lost or applied twice with a
 * different result.
 */
@NullMarked
package io.migrator.faults;

import org.jspecify.annotations.NullMarked;
