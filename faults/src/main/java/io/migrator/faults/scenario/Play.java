package io.migrator.faults.scenario;

import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.Pause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays scenarios on an installation. */
public final class Play implements AutoCloseable {

    private static final long BETWEEN_FILES_MILLIS = 100;

    private final Saboteur saboteur;
    private final Progress progress;
    private final Journal journal;
    private final Map<String, Api> apis = new HashMap<>();
    private final ExecutorService operators = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "operator");
        thread.setDaemon(true);
        return thread;
    });

    /** @param saboteur and operators tell the same progress */
    public Play(Installation installation, Saboteur saboteur, Progress progress, Journal journal) {
        this.saboteur = saboteur;
        this.progress = progress;
        this.journal = journal;
        Installation.TENANTS.forEach(tenant -> apis.put(tenant, new Api(installation.urls(), tenant)));
    }

    /**
     * Plays one scenario until every file has come to an end.
     *
     * @throws IllegalStateException when one has not, or a client was told what cannot be
     */
    public List<Handled> play(Scenario scenario) {
        journal.add("scenario " + scenario.seed());
        List<Future<Handled>> files = new ArrayList<>();
        Future<?> faults = operators.submit(() -> saboteur.sabotage(scenario));
        for (Scenario.Plan plan : scenario.files()) {
            files.add(operate(plan));
            Pause.millis(BETWEEN_FILES_MILLIS);
        }
        await(faults);
        saboteur.takeLeft().forEach(plan -> files.add(operate(plan)));
        List<Handled> handled = files.stream().map(Play::await).toList();
        saboteur.crowd(scenario);
        progress.end();
        return handled;
    }

    private Future<Handled> operate(Scenario.Plan plan) {
        return operators.submit(new Operator(api(plan.file().tenant()), plan, progress, journal));
    }

    private static <T> T await(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The service for a tenant's user. */
    public Api api(String tenant) {
        Api api = apis.get(tenant);
        if (api == null) {
            throw new IllegalArgumentException("there is no tenant " + tenant);
        }
        return api;
    }

    /** Answers that no client should have got. */
    public List<String> wrongAnswers() {
        return apis.values().stream()
                .flatMap(api -> api.wrongAnswers().stream())
                .toList();
    }

    @Override
    public void close() {
        operators.shutdownNow();
    }
}
