package io.migrator.command.intake.idempotency;

import java.util.UUID;

/**
 * One attempt at a request with a key.
 *
 * @param key the sender's name for the request
 * @param digest tells this request from another with the same key
 * @param uploadId the upload that the attempt would make; no two attempts have the same
 */
record ClaimedRequest(IdempotencyKey key, String digest, UUID uploadId) {}
