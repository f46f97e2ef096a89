package io.migrator.query.projection;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the events of one transaction have in common, gathered so that its last statements write it for all of them: what ten small
 * files say costs little more than what one does. A projection's batch is one transaction; who gathers writes in
 * {@link TransactionSynchronization#beforeCommit}.
 */
public final class Gathering {

    private Gathering() {}

    /**
     * The one of its kind that belongs to the transaction that runs; begun by the first who asks.
     *
     * @throws IllegalStateException when none runs
     */
    public static <T extends TransactionSynchronization> T current(Class<T> kind, Supplier<T> begin) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseGet(() -> {
                    T begun = begin.get();
                    TransactionSynchronizationManager.registerSynchronization(begun);
                    return begun;
                });
    }
}
