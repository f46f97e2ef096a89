/**
 * The way in: the answers on {@code JL.MIGRATOR} become outcomes of rows, a whole poll in one transaction together with the
 * position after it.
 */
@NullMarked
package io.migrator.saga.intake;

import org.jspecify.annotations.NullMarked;
