package io.migrator.faults.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When rows are settled, as operators see it, and so how long after a fault the work went on. Safe to use from any thread.
 */
public final class Progress {

    private final Journal journal;
    private final Map<String, Integer> settled = new HashMap<>();
    private final List<Long> waiting = new ArrayList<>();
    private final List<Long> resumedMillis = new ArrayList<>();

    /** @param journal is told what goes on after a fault */
    public Progress(Journal journal) {
        this.journal = journal;
    }

    /** So many rows of an upload have their outcome. */
    synchronized void settled(String upload, int rows) {
        Integer before = settled.put(upload, rows);
        if (rows > (before == null ? 0 : before)) {
            if (!waiting.isEmpty()) {
                journal.add("upload " + upload + " goes on: " + rows + " rows are settled");
            }
            long now = System.nanoTime();
            waiting.forEach(since -> resumedMillis.add((now - since) / 1_000_000));
            waiting.clear();
        }
    }

    /** A fault is over: what was killed has been started again. */
    synchronized void faultIsOver() {
        waiting.add(System.nanoTime());
    }

    /** Nothing is left to be done: what has not gone on by now had nothing to go on with. */
    synchronized void end() {
        waiting.clear();
    }

    /** Milliseconds from the end of each fault to the next row that was settled. */
    public synchronized List<Long> resumedMillis() {
        return List.copyOf(resumedMillis);
    }
}
