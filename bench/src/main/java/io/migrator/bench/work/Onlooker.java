package io.migrator.bench.work;

import io.migrator.bench.service.ServiceClient;
import io.migrator.bench.service.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who looks at the list of uploads and at the newest of them again and again, and notes how long each answer took. */
final class Onlooker implements AutoCloseable {

    private static final long PAUSE_MILLIS = 40;
    private static final double PERCENTILE = 0.99;

    private final ServiceClient client;
    private final List<Double> lists = new ArrayList<>();
    private final List<Double> statuses = new ArrayList<>();
    private final Thread thread = new Thread(this::look, "onlooker");
    private volatile boolean isEnough;
    private volatile @Nullable RuntimeException fault;

    private Onlooker(ServiceClient client) {
        this.client = client;
    }

    static Onlooker start(ServiceClient client) {
        Onlooker onlooker = new Onlooker(client);
        onlooker.thread.start();
        return onlooker;
    }

    private void look() {
        try {
            lookAgainAndAgain();
        } catch (RuntimeException e) { // an answer that did not come is told to who asks for the times
            fault = e;
        }
    }

    private void lookAgainAndAgain() {
        while (!isEnough) {
            long begun = System.nanoTime();
            String id = client.get("uploads").path("items").path(0).path("id").asText();
            note(lists, begun);
            if (!id.isEmpty()) {
                begun = System.nanoTime();
                client.get("uploads/" + id);
                note(statuses, begun);
            }
            Waiting.pause(PAUSE_MILLIS);
        }
    }

    private synchronized void note(List<Double> times, long begun) {
        times.add((System.nanoTime() - begun) / 1e6);
    }

    /** The 99th percentile of the list's times. */
    double listMillis() {
        return percentile(lists);
    }

    /** The 99th percentile of the status's times. */
    double statusMillis() {
        return percentile(statuses);
    }

    private synchronized double percentile(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        if (fault != null || sorted.isEmpty()) {
            throw new IllegalStateException("a look at the uploads failed", fault);
        }
        return sorted.get((int) Math.ceil(sorted.size() * PERCENTILE) - 1);
    }

    @Override
    public void close() {
        isEnough = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
