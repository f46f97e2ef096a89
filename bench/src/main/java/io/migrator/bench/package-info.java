/**
 * Measures the service against what it would be instead: the ordinary tools for the same job, and the floors below which no
 * such job can go. Every comparison runs both sides in the same run, in turns, on the same machine.
 */
@NullMarked
package io.migrator.bench;

import org.jspecify.annotations.NullMarked;
