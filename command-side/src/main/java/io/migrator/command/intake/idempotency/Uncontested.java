package io.migrator.command.intake.idempotency;

import java.util.function.Supplier;

/** That of a request without a key, which nobody can take over and nobody repeats. Keeps nothing. */
final class Uncontested implements Claim {

    private final RequestTransactions transactions;

    Uncontested(RequestTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(Runnable command) {
        command.run();
    }

    @Override
    public void proceed(Runnable command) {
        command.run();
    }

    @Override
    public Outcome end(Supplier<Outcome> commands) {
        return transactions.run(commands);
    }

    @Override
    public void answered(String answer) {
        // Nobody can ask for it.
    }
}
