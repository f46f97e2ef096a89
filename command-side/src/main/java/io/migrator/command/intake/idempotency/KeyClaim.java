package io.migrator.command.intake.idempotency;

import java.util.function.Supplier;

/** The claim on a key: every command's transaction first makes sure that it still holds. */
final class KeyClaim implements Claim {

    private final ClaimedRequest request;
    private final KeyTable table;
    private final KeyRetention retention;
    private final RequestTransactions transactions;

    KeyClaim(ClaimedRequest request, KeyTable table, KeyRetention retention, RequestTransactions transactions) {
        this.request = request;
        this.table = table;
        this.retention = retention;
        this.transactions = transactions;
    }

    @Override
    public void begin(Runnable command) {
        transactions.run(() -> held(true, command));
    }

    @Override
    public void proceed(Runnable command) {
        transactions.run(() -> held(false, command));
    }

    @Override
    public Outcome end(Supplier<Outcome> commands) {
        return transactions.run(() -> {
            hold(false);
            Outcome outcome = commands.get();
            table.end(request, outcome, retention.expiryOf(outcome));
            return outcome;
        });
    }

    @Override
    public void answered(String answer) {
        table.answer(request, answer);
    }

    private Object held(boolean stores, Runnable command) {
        hold(stores);
        command.run();
        return this;
    }

    /** The claim before the command, here as everywhere: whoever locks both in another order would wait for ever. */
    private void hold(boolean stores) {
        if (!table.hold(request, stores)) {
            throw new KeyInUse();
        }
    }
}
