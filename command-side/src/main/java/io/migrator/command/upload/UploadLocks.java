package io.migrator.command.upload;

import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One command at a time per upload, in this process and across all nodes on the same database.
 *
 * <p>Threads of this process queue in memory, so that only one of them waits for PostgreSQL; across nodes a transaction-level
 * advisory lock is held until the command's transaction ends. The cached aggregate is safe to use only behind both.
 */
final class UploadLocks implements LockFactory {

    private final LockFactory local = PessimisticLockFactory.usingDefaults();
    private final JdbcTemplate jdbc;

    UploadLocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalStateException outside a transaction, where PostgreSQL would let go of the lock at once
     */
    @Override
    public Lock obtainLock(String identifier) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an upload is locked within a transaction only");
        }
        Lock lock = local.obtainLock(identifier);
        try {
            jdbc.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, identifier);
            return lock;
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }
}
