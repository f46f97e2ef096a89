package io.migrator.command.intake.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statements over {@code idempotency_keys}. How long a claim lasts is measured by the database's clock, the same for all
 * nodes. Safe to use from any thread.
 */
final class KeyTable {

    /**
     * What stands under a key.
     *
     * @param digest of the request that the key belongs to
     * @param uploadId the upload of the last attempt
     * @param isHeld whether that attempt may still be at work
     * @param isStored whether there may be an upload of it
     * @param outcome once the work is done
     * @param answer once the sender of an accepted file was answered
     */
    record Entry(
            String digest,
            UUID uploadId,
            boolean isHeld,
            boolean isStored,
            Optional<Outcome> outcome,
            Optional<String> answer) {}

    private static final int DELETED_AT_ONCE = 1000;
    private static final String UNTIL = "clock_timestamp() + make_interval(secs => ?)";
    private static final String OF_ATTEMPT = " where tenant = ? and idempotency_key = ? and upload_id = ?";
    private static final String OF_OPEN_ATTEMPT = OF_ATTEMPT + " and version is null";
    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final double claimSeconds;

    KeyTable(JdbcTemplate jdbc, JsonMapper json, Duration claim) {
        this.jdbc = jdbc;
        this.json = json;
        this.claimSeconds = claim.toMillis() / 1000.0;
    }

    /** Claims a key that is free; answers whether it was. Waits for another that is just about to claim it. */
    boolean insert(ClaimedRequest request, Instant expiresAt) {
        int inserted = jdbc.update(
                "insert into idempotency_keys"
                        + " (tenant, idempotency_key, request_digest, upload_id, claimed_until, expires_at)"
                        + " values (?, ?, ?, ?, " + UNTIL + ", ?) on conflict do nothing",
                request.key().tenant(),
                request.key().text(),
                request.digest(),
                request.uploadId(),
                claimSeconds,
                expiresAt.atOffset(ZoneOffset.UTC));
        return inserted == 1;
    }

    /** What stands under the key; nobody changes it until the transaction ends. */
    Optional<Entry> lock(IdempotencyKey key) {
        return jdbc
                .query(
                        "select *, claimed_until > clock_timestamp() as held from idempotency_keys"
                                + " where tenant = ? and idempotency_key = ? for update",
                        (row, number) -> entry(row),
                        key.tenant(),
                        key.text())
                .stream()
                .findFirst();
    }

    /** Gives a locked key to another attempt. */
    void takeOver(ClaimedRequest request) {
        jdbc.update(
                "update idempotency_keys set upload_id = ?, stored = false, claimed_until = " + UNTIL
                        + " where tenant = ? and idempotency_key = ?",
                request.uploadId(),
                claimSeconds,
                request.key().tenant(),
                request.key().text());
    }

    /**
     * Makes the claim last again, and keeps everybody else from it until the transaction ends.
     *
     * @param stores whether there is an upload from now on
     * @return whether the attempt still has the key
     */
    boolean hold(ClaimedRequest request, boolean stores) {
        return update(
                "claimed_until = " + UNTIL + ", stored = stored or ?" + OF_OPEN_ATTEMPT, request, claimSeconds, stores);
    }

    /** Records the outcome. */
    void end(ClaimedRequest request, Outcome outcome, Instant expiresAt) {
        String counts = outcome.isAccepted() ? null : json.writeValueAsString(outcome.violationCounts());
        update(
                "version = ?, violation_counts = ?, expires_at = ?" + OF_ATTEMPT,
                request,
                outcome.version(),
                counts,
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** Keeps the answer to an accepted file. */
    void answer(ClaimedRequest request, String answer) {
        update("answer = ?" + OF_ATTEMPT, request, answer);
    }

    /** Makes the key free again, unless its work is done or another's. */
    void release(ClaimedRequest request) {
        jdbc.update(
                "delete from idempotency_keys" + OF_OPEN_ATTEMPT,
                request.key().tenant(),
                request.key().text(),
                request.uploadId());
    }

    /** Makes claims last again. */
    void renew(Collection<ClaimedRequest> requests) {
        jdbc.batchUpdate(
                "update idempotency_keys set claimed_until = " + UNTIL + OF_OPEN_ATTEMPT,
                requests.stream()
                        .map(request -> new Object[] {
                            claimSeconds, request.key().tenant(), request.key().text(), request.uploadId()
                        })
                        .toList());
    }

    /** Removes keys past their time that nobody works under, a bounded number in each statement; answers how many. */
    int removeExpired(Instant now) {
        int removed = 0;
        int last;
        do {
            last = jdbc.update("""
                    delete from idempotency_keys where ctid = any (array(
                        select ctid from idempotency_keys
                        where expires_at <= ? and (version is not null or claimed_until <= clock_timestamp()) limit ?))
                    """, now.atOffset(ZoneOffset.UTC), DELETED_AT_ONCE);
            removed += last;
        } while (last == DELETED_AT_ONCE);
        return removed;
    }

    private boolean update(String change, ClaimedRequest request, @Nullable Object... values) {
        @Nullable Object[] arguments = Arrays.copyOf(values, values.length + 3);
        arguments[values.length] = request.key().tenant();
        arguments[values.length + 1] = request.key().text();
        arguments[values.length + 2] = request.uploadId();
        return jdbc.update("update idempotency_keys set " + change, arguments) == 1;
    }

    private Entry entry(ResultSet row) throws SQLException {
        UUID upload = row.getObject("upload_id", UUID.class);
        Long version = row.getObject("version", Long.class);
        String counts = row.getString("violation_counts");
        TreeMap<String, Long> violations = counts == null ? new TreeMap<>() : json.readValue(counts, COUNTS);
        return new Entry(
                row.getString("request_digest"),
                upload,
                row.getBoolean("held"),
                row.getBoolean("stored"),
                Optional.ofNullable(version).map(last -> new Outcome(upload, last, violations)),
                Optional.ofNullable(row.getString("answer")));
    }
}
