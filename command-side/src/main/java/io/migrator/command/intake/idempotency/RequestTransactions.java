package io.migrator.command.intake.idempotency;

import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Runs statements and commands in one database transaction, as a handler's are: in a unit of work, so that the locks of the
 * commands' aggregates last, and the new events are announced, only after the commit. A transaction of Spring's around a command
 * would end later than the command's unit of work, and readers would look for its events too early.
 */
final class RequestTransactions {

    private final TransactionManager transactions;

    RequestTransactions(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Runs the work; what it throws is thrown, and nothing of it stays. */
    <T> T run(Supplier<T> work) {
        UnitOfWork<GenericMessage<String>> unit =
                DefaultUnitOfWork.startAndGet(new GenericMessage<>("work on a request"));
        unit.attachTransaction(transactions);
        ResultMessage<T> result = unit.executeWithResult(work::get);
        if (result.isExceptional()) {
            throw asUnchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static RuntimeException asUnchecked(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
    }
}
