package io.migrator.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.faults.installation.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Brings one file through, whatever happens: repeats what was not answered, resumes what stalled, retries what failed once. */
final class Operator implements Callable<Handled> {

    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final long PAUSE_MILLIS = 150;

    private final Api api;
    private final Scenario.Plan plan;
    private final Progress progress;
    private final Journal journal;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private boolean isRetried;
    private int resumed;

    Operator(Api api, Scenario.Plan plan, Progress progress, Journal journal) {
        this.api = api;
        this.plan = plan;
        this.progress = progress;
        this.journal = journal;
    }

    @Override
    public Handled call() {
        String id = upload();
        journal.add(plan.file().name() + " is upload " + id);
        command(id, "");
        while (true) {
            JsonNode upload = look(id);
            String status = upload.path("status").asText();
            JsonNode counts = upload.path("counts");
            int settled = counts.path("success").asInt() + counts.path("error").asInt();
            progress.settled(id, settled);
            if (plan.isCancelled() && settled > 0 && status.equals("MIGRATE_FILE_INPROGRESS")) {
                command(id, "/cancel");
            } else if (status.equals("MIGRATE_FILE_STOPPED")) {
                resumed++;
                journal.add(plan.file().name() + " has stalled");
                command(id, "/resume");
            } else if (status.equals("MIGRATE_FILE_COMPLETE_WITH_ERRORS") && !isRetried) {
                isRetried = true;
                command(id, "/retry");
            } else if (!status.equals("MIGRATE_FILE_INPROGRESS")) {
                journal.add(plan.file().name() + " is " + status);
                return new Handled(plan.file(), id, status, resumed);
            }
            pause("an end of " + id + ", which is " + status);
        }
    }

    /** The upload's id. The key makes it the same upload, however often it is sent. */
    private String upload() {
        while (true) {
            Optional<Api.Answer> answer = api.upload(plan.file());
            if (answer.isPresent() && answer.get().status() == 201) {
                return answer.get().json().path("id").asText();
            }
            answer.filter(refused -> refused.status() != 503 && refused.status() != 409 && refused.status() < 500)
                    .ifPresent(refused -> {
                        throw new IllegalStateException(
                                plan.file().name() + " was answered " + refused.status() + " " + refused.text());
                    });
            pause("201 for " + plan.file().name());
        }
    }

    /** Gives a command until it is taken, or the state no longer allows it. */
    private void command(String id, String name) {
        while (true) {
            Optional<Api.Answer> answer = api.post("/api/v1/uploads/" + id + "/migration" + name);
            if (answer.filter(known -> known.status() == 202 || known.status() == 409)
                    .isPresent()) {
                return;
            }
            pause("an answer to " + (name.isEmpty() ? "start" : name));
        }
    }

    /** What has got 201 is there ever after. */
    private JsonNode look(String id) {
        while (true) {
            Optional<Api.Answer> answer = api.get("/api/v1/uploads/" + id);
            if (answer.isPresent() && answer.get().status() == 200) {
                return answer.get().json();
            }
            answer.filter(known -> known.status() == 404).ifPresent(lost -> {
                throw new IllegalStateException("upload " + id + " got 201 and is not there");
            });
            pause("a look at " + id);
        }
    }

    private void pause(String what) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("waited in vain for " + what);
        }
        Pause.millis(PAUSE_MILLIS);
    }
}
