package io.migrator.command.intake.idempotency;

import io.migrator.api.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees to it that requests with the same key are worked on once. Whoever comes while another is at work is turned away for the
 * moment; whoever comes after it gets its outcome; whoever comes after one that died, or that nothing was heard of for the
 * duration of a claim, takes its place. Safe to use from any thread and on several nodes.
 */
public final class IdempotencyKeys {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyKeys.class);
    private static final int ATTEMPTS = 3;

    private final KeyTable table;
    private final KeyRetention retention;
    private final RequestTransactions transactions;
    private final Claim uncontested;
    private final Set<ClaimedRequest> atWork = ConcurrentHashMap.newKeySet();

    /** @param claim how long a claim lasts that is not renewed */
    public IdempotencyKeys(
            JdbcTemplate jdbc,
            JsonMapper json,
            TransactionManager transactions,
            Duration claim,
            KeyRetention retention) {
        this.table = new KeyTable(jdbc, json, claim);
        this.retention = retention;
        this.transactions = new RequestTransactions(transactions);
        this.uncontested = new Uncontested(this.transactions);
    }

    /**
     * Works on a request, unless an earlier one with its key did.
     *
     * @param key the request's, if it has one
     * @param digest tells it from another request with the same key
     * @param uploadId the upload that it would make
     * @param abandon gives up the upload of an attempt that is taken over
     * @param work to be done under the claim that it is given
     * @throws Rejection when the key belongs to another request, or its request is being worked on
     */
    public Decided once(
            Optional<IdempotencyKey> key,
            String digest,
            UUID uploadId,
            Consumer<UUID> abandon,
            Function<Claim, Outcome> work) {
        if (key.isEmpty()) {
            return new Decided(work.apply(uncontested), false, Optional.empty(), uncontested);
        }
        ClaimedRequest request = new ClaimedRequest(key.get(), digest, uploadId);
        Optional<KeyTable.Entry> earlier = transactions.run(() -> claim(request, abandon));
        return earlier.map(entry -> repeated(request, entry)).orElseGet(() -> worked(request, work));
    }

    /** The claim of work that belongs to no key. */
    public Claim uncontested() {
        return uncontested;
    }

    /** Makes the claims of this process last again; to be called several times in the duration of one. */
    public void renewClaims() {
        if (!atWork.isEmpty()) {
            table.renew(atWork);
        }
    }

    /** Forgets keys past their retention; answers how many. */
    public int removeExpired(Instant now) {
        return table.removeExpired(now);
    }

    /** What an earlier request has achieved, or nothing when the work is this one's. */
    private Optional<KeyTable.Entry> claim(ClaimedRequest request, Consumer<UUID> abandon) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (table.insert(request, retention.expiry())) {
                return Optional.empty();
            }
            // Made free just now when it is not there any more.
            Optional<KeyTable.Entry> entry = table.lock(request.key());
            if (entry.isPresent()) {
                return resolve(request, entry.get(), abandon);
            }
        }
        throw new KeyInUse();
    }

    private Optional<KeyTable.Entry> resolve(ClaimedRequest request, KeyTable.Entry entry, Consumer<UUID> abandon) {
        if (!entry.digest().equals(request.digest())) {
            throw new Rejection(
                    Rejection.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This key came with another file, name or option before. Give a new request a new key.");
        }
        if (entry.outcome().isPresent()) {
            return Optional.of(entry);
        }
        if (entry.isHeld()) {
            throw new KeyInUse();
        }
        table.takeOver(request);
        if (entry.isStored()) {
            abandon.accept(entry.uploadId());
        }
        log.debug(
                "Upload {} takes the place of upload {}, of which nothing was heard",
                request.uploadId(),
                entry.uploadId());
        return Optional.empty();
    }

    private Decided repeated(ClaimedRequest request, KeyTable.Entry entry) {
        ClaimedRequest first = new ClaimedRequest(request.key(), request.digest(), entry.uploadId());
        return new Decided(entry.outcome().orElseThrow(), true, entry.answer(), claimOf(first));
    }

    private Claim claimOf(ClaimedRequest request) {
        return new KeyClaim(request, table, retention, transactions);
    }

    private Decided worked(ClaimedRequest request, Function<Claim, Outcome> work) {
        Claim claim = claimOf(request);
        atWork.add(request);
        try {
            return new Decided(work.apply(claim), false, Optional.empty(), claim);
        } catch (RuntimeException | Error fault) {
            release(request, fault);
            throw fault;
        } finally {
            atWork.remove(request);
        }
    }

    /** Best effort: what cannot be released now is taken over when the claim's time is over. */
    private void release(ClaimedRequest request, Throwable fault) {
        try {
            table.release(request);
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }
}
