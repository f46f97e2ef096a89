package io.migrator.query.projection;

import io.migrator.api.Rejection;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to read a projection's tables: in one short transaction that sees them at one moment, and never while they are
 * built again. No connection is held outside of it.
 */
@Component
public class ProjectionReads {

    private final Rebuilds rebuilds;
    private final TransactionTemplate transactions;

    ProjectionReads(Rebuilds rebuilds, PlatformTransactionManager transactionManager) {
        this.rebuilds = rebuilds;
        this.transactions = new TransactionTemplate(transactionManager);
        transactions.setReadOnly(true);
    }

    /**
     * Reads.
     *
     * @throws Rejection {@code PROJECTION_REBUILDING} (503) when the tables are being built again, or the one of {@code reading}
     */
    public <T> T read(Projection projection, Supplier<T> reading) {
        // A rejection is thrown after the end of the transaction: inside, it would condemn one that it takes part in.
        Supplier<T> answer = transactions.execute(transaction -> {
            if (!rebuilds.isStanding(projection, transaction.isNewTransaction())) {
                return ProjectionReads::rejectWhileRebuilding;
            }
            try {
                T value = reading.get();
                return () -> value;
            } catch (Rejection rejection) {
                return () -> {
                    throw rejection;
                };
            }
        });
        return Objects.requireNonNull(answer).get();
    }

    private static <T> T rejectWhileRebuilding() {
        throw new Rejection(
                Rejection.Kind.UNAVAILABLE,
                "PROJECTION_REBUILDING",
                "What you ask for is being built again from the history; ask again in a moment.");
    }
}
