/**
 * Sending a file again without harm: requests with the same {@code Idempotency-Key} are worked on once, whatever crashes in
 * between, and each gets the answer of the first.
 *
 * <p>A key is claimed in the table {@code idempotency_keys} before anything is stored. Every command of the work checks the
 * claim in its own transaction, and the last one records the outcome there, so that the upload and the answer to a repeat appear
 * together or not at all.
 */
@NullMarked
package io.migrator.command.intake.idempotency;

import org.jspecify.annotations.NullMarked;
