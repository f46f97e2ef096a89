package io.migrator.command.intake.idempotency;

import java.util.function.Supplier;

/** Runs what it is given and keeps nothing. Stateless. */
final class Uncontested implements Claim {

    @Override
    public void begin(Runnable command) {
        command.run();
    }

    @Override
    public void proceed(Runnable command) {
        command.run();
    }

    @Override
    public Outcome end(Supplier<Outcome> command) {
        return command.get();
    }

    @Override
    public void answered(String answer) {
        // Nobody can ask for it.
    }
}
