package io.migrator.faults.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.faults.installation.AnswerRelay;
import io.migrator.faults.installation.Database;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.Pause;
import io.migrator.faults.reconcile.Finding.Kind;
import io.migrator.faults.scenario.Api;
import io.migrator.faults.scenario.FileKind;
import io.migrator.faults.scenario.Handled;
import io.migrator.faults.scenario.Play;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Proves after a scenario that nothing is lost, nothing applied twice with a different result, and all agree; for one thread. */
public final class Reconciler implements AutoCloseable {

    /** Answers may be on their way, projections behind. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long PAUSE_MILLIS = 500;

    private final Installation installation;
    private final AnswerRelay relay;
    private final Play play;
    private final Wire wire;

    /** A record of the target, as it has to be. */
    private record Key(String tenant, FileKind kind, String externalId) {}

    /** What a row said, and how strong. */
    private record Statement(long sequence, Map<String, String> cells) {}

    /** Reads the topics from their beginnings. */
    public Reconciler(Installation installation, AnswerRelay relay, Play play) {
        this.installation = installation;
        this.relay = relay;
        this.play = play;
        this.wire = new Wire(installation.bootstrapServers());
    }

    /**
     * Looks until nothing is found, or for a minute.
     *
     * @param prefix with which the names and keys of the scenario begin
     * @param poison what has to be in the dead letters, and nothing else
     * @return what is wrong; empty when everything agrees
     */
    public List<Finding> reconcile(String prefix, List<Handled> files, List<String> poison) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            List<Finding> findings = look(prefix, files, poison);
            if (findings.isEmpty() || System.nanoTime() > deadline) {
                files.forEach(file -> wire.forget(file.uploadId()));
                return findings;
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    private List<Finding> look(String prefix, List<Handled> files, List<String> poison) {
        List<Finding> findings = new ArrayList<>();
        if (!relay.isAtEnd()) {
            findings.add(new Finding(Kind.DISAGREEMENT, "answers are still on their way"));
        }
        wire.read();
        try (Connection migrator = installation.connectToServiceDatabase();
                Connection crm = installation.database().connect(Database.CRM)) {
            Map<String, History> histories = new HashMap<>();
            for (Handled file : files) {
                FileCheck check = new FileCheck(file, play.api(file.file().tenant()), wire, migrator);
                findings.addAll(check.findings());
                histories.put(file.uploadId(), check.history());
            }
            findings.addAll(checkTarget(prefix, files, histories, crm));
            findings.addAll(IntakePosition.check(migrator, wire.endsOfAnswers()));
        } catch (SQLException e) {
            findings.add(new Finding(Kind.DISAGREEMENT, "the database cannot be read: " + e.getMessage()));
        }
        findings.addAll(checkLists(prefix, files));
        findings.addAll(checkDeadLetters(poison));
        return findings;
    }

    /** Each record is, column by column, as the migration started last of those that stated it said. */
    private List<Finding> checkTarget(
            String prefix, List<Handled> files, Map<String, History> histories, Connection crm) throws SQLException {
        Map<Key, List<Statement>> applied = new HashMap<>();
        for (Handled file : files) {
            History history = histories.get(file.uploadId());
            wire.sent(file.uploadId()).forEach((row, messages) -> {
                if (history != null && history.of(row) == Outcome.SUCCESS) {
                    Map<String, String> cells = file.file().stated(row);
                    Key key = new Key(
                            file.file().tenant(),
                            file.file().kind(),
                            file.file().rows().get(row - 1).get(0));
                    applied.computeIfAbsent(key, record -> new ArrayList<>())
                            .add(new Statement(messages.get(0).path("sequence").asLong(), cells));
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        for (String tenant : Installation.TENANTS) {
            for (FileKind kind : FileKind.values()) {
                Map<String, Map<String, String>> expected = new TreeMap<>();
                applied.forEach((key, statements) -> {
                    if (key.tenant().equals(tenant) && key.kind() == kind) {
                        expected.put(key.externalId(), folded(statements));
                    }
                });
                compare(kind, expected, TargetRecords.read(crm, kind, tenant, prefix), findings);
            }
        }
        return findings;
    }

    private static Map<String, String> folded(List<Statement> statements) {
        Map<String, String> record = new HashMap<>();
        Map<String, Long> fences = new HashMap<>();
        for (Statement statement : statements) {
            statement.cells().forEach((column, cell) -> {
                if (statement.sequence() >= fences.getOrDefault(column, Long.MIN_VALUE)) {
                    fences.put(column, statement.sequence());
                    record.put(column, TargetRecords.shown(column, cell));
                }
            });
        }
        return record;
    }

    private static void compare(
            FileKind kind,
            Map<String, Map<String, String>> expected,
            Map<String, Map<String, String>> found,
            List<Finding> findings) {
        Set<String> keys = new HashSet<>(expected.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            if (!found.containsKey(key)) {
                findings.add(new Finding(Kind.LOSS, kind + " " + key + " is not in the target"));
            } else if (!expected.containsKey(key)) {
                findings.add(new Finding(Kind.DISAGREEMENT, kind + " " + key + " is in the target, with no success"));
            } else {
                Set<String> columns = new HashSet<>();
                for (String column : kind.columns()) {
                    String should = expected.getOrDefault(key, Map.of()).get(column);
                    String is = found.getOrDefault(key, Map.of()).get(column);
                    if (should == null ? is != null : !should.equals(is)) {
                        columns.add(column);
                    }
                }
                if (!columns.isEmpty()) {
                    findings.add(new Finding(
                            Kind.DISAGREEMENT,
                            kind + " " + key + " is not as the migration started last said: " + columns));
                }
            }
        }
    }

    /** No upload is shown but those that got 201; one that was broken off is never whole. */
    private List<Finding> checkLists(String prefix, List<Handled> files) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        files.forEach(file -> known.add(file.uploadId()));
        for (String tenant : Installation.TENANTS) {
            Api api = play.api(tenant);
            findings.addAll(checkStaging(tenant, api));
            Set<String> seen = new HashSet<>();
            String cursor = "";
            do {
                JsonNode page = api.get("/api/v1/uploads?limit=100&name=" + prefix + cursor)
                        .filter(answer -> answer.status() == 200)
                        .map(Api.Answer::json)
                        .orElse(null);
                if (page == null) {
                    findings.add(new Finding(Kind.DISAGREEMENT, "the uploads of " + tenant + " cannot be listed"));
                    break;
                }
                page.path("items").forEach(upload -> {
                    String id = upload.path("id").asText();
                    seen.add(id);
                    boolean isBrokenOff = upload.path("status").asText().equals("MIGRATE_FILE_CANCELLED");
                    if (!known.contains(id) && !isBrokenOff) {
                        findings.add(new Finding(
                                Kind.DOUBLE_APPLICATION,
                                "upload " + id + ", " + upload.path("fileName").asText() + ", is "
                                        + upload.path("status").asText() + ", and nobody was told of it"));
                    }
                });
                cursor = page.path("nextCursor").isTextual()
                        ? "&cursor=" + page.path("nextCursor").asText()
                        : "";
            } while (!cursor.isEmpty());
            files.stream()
                    .filter(file -> file.file().tenant().equals(tenant) && !seen.contains(file.uploadId()))
                    .forEach(file -> findings.add(
                            new Finding(Kind.LOSS, "upload " + file.uploadId() + " is not among those of " + tenant)));
        }
        return findings;
    }

    /** What was broken off is ended, whether it was sent again or not. */
    private static List<Finding> checkStaging(String tenant, Api api) {
        List<Finding> findings = new ArrayList<>();
        api.get("/api/v1/uploads?status=MIGRATE_FILE_STAGING")
                .filter(answer -> answer.status() == 200)
                .ifPresent(answer -> answer.json()
                        .path("items")
                        .forEach(upload -> findings.add(new Finding(
                                Kind.DISAGREEMENT,
                                "upload " + upload.path("id").asText() + " of " + tenant
                                        + " is being stored, and nobody stores it"))));
        return findings;
    }

    private List<Finding> checkDeadLetters(List<String> poison) {
        List<Finding> findings = new ArrayList<>();
        Set<String> letters = wire.deadLetters();
        poison.stream()
                .filter(message -> !letters.contains(message))
                .forEach(message -> findings.add(new Finding(Kind.LOSS, "not in the dead letters: " + message)));
        letters.stream()
                .filter(letter -> !poison.contains(letter))
                .forEach(letter -> findings.add(new Finding(Kind.DISAGREEMENT, "in the dead letters: " + letter)));
        return findings;
    }

    @Override
    public void close() {
        wire.close();
    }
}
