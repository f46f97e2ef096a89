package io.migrator.faults.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.faults.reconcile.Finding.Kind;
import io.migrator.faults.scenario.Api;
import io.migrator.faults.scenario.Handled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whether all that is known of one file agrees. */
final class FileCheck {

    private static final List<String> GENERATED = List.of("PBJ_CUSTOMER_ID", "ASSIGNED_ID", "CRN", "ERROR");

    private final Handled handled;
    private final Api api;
    private final Wire wire;
    private final History history;
    private final List<ShownRow> shown;
    private final List<Finding> findings = new ArrayList<>();

    FileCheck(Handled handled, Api api, Wire wire, Connection database) throws SQLException {
        this.handled = handled;
        this.api = api;
        this.wire = wire;
        this.history =
                History.read(database, handled.uploadId(), handled.file().rows().size());
        this.shown = ShownRow.read(database, handled.uploadId());
    }

    History history() {
        return history;
    }

    List<Finding> findings() {
        find(!history.isWhole(), Kind.LOSS, "the events have gaps");
        int rows = handled.file().rows().size();
        find(history.staged() != rows, Kind.LOSS, "the events hold " + history.staged() + " of " + rows + " rows");
        find(shown.size() != rows, Kind.DISAGREEMENT, "the projection has " + shown.size() + " of " + rows + " rows");
        find(
                !history.settledAgain().isEmpty(),
                Kind.DOUBLE_APPLICATION,
                "outcomes are recorded of rows that had succeeded: " + history.settledAgain());
        checkStatus();
        checkWire();
        checkAnswers();
        if (shown.size() == rows) {
            checkProjection();
            checkDownload();
        }
        checkRepeat();
        return findings;
    }

    private void checkStatus() {
        Optional<JsonNode> answer = ask("").map(Api.Answer::json);
        if (answer.isEmpty()) {
            find(true, Kind.DISAGREEMENT, "it cannot be looked at");
            return;
        }
        JsonNode counts = answer.get().path("counts");
        find(
                answer.get().path("rowCount").asInt() != handled.file().rows().size(),
                Kind.DISAGREEMENT,
                "it is shown with another number of rows");
        find(
                counts.path("success").asInt() != history.count(Outcome.SUCCESS)
                        || counts.path("error").asInt() != history.count(Outcome.ERROR),
                Kind.DISAGREEMENT,
                "its counts " + counts + " are not those of its events");
        boolean isCancelled = answer.get().path("status").asText().equals("MIGRATE_FILE_CANCELLED");
        String ended = history.count(Outcome.ERROR) > 0 ? "MIGRATE_FILE_COMPLETE_WITH_ERRORS" : "MIGRATE_FILE_COMPLETE";
        find(
                !isCancelled && history.count(Outcome.OPEN) > 0,
                Kind.LOSS,
                history.count(Outcome.OPEN) + " rows have no outcome");
        find(
                !isCancelled && !answer.get().path("status").asText().equals(ended),
                Kind.DISAGREEMENT,
                "it is " + answer.get().path("status").asText() + " and should be " + ended);
    }

    /** What was sent is what the file says; whatever was sent since the row was opened has an outcome. */
    private void checkWire() {
        wire.sent(handled.uploadId()).forEach((row, messages) -> {
            Map<String, String> stated = new HashMap<>(handled.file().stated(row));
            String key = stated.remove("EXTERNAL_ID");
            for (JsonNode message : messages) {
                Map<String, String> desired = new HashMap<>();
                message.path("desiredState")
                        .properties()
                        .forEach(cell ->
                                desired.put(cell.getKey(), cell.getValue().asText()));
                find(
                        !desired.equals(stated)
                                || !message.path("externalId").asText().equals(key)
                                || !message.path("tenant")
                                        .asText()
                                        .equals(handled.file().tenant()),
                        Kind.DISAGREEMENT,
                        "row " + row + " was sent with something else than the file says");
            }
            find(
                    history.of(row) == Outcome.OPEN && isOfNow(row, messages),
                    Kind.LOSS,
                    "row " + row + " was sent and has no outcome");
        });
        for (int row = 1; row <= handled.file().rows().size(); row++) {
            int messages =
                    wire.sent(handled.uploadId()).getOrDefault(row, List.of()).size();
            find(
                    history.dispatches(row) > messages,
                    Kind.LOSS,
                    "row " + row + " is recorded as acknowledged " + history.dispatches(row) + " times, and was sent "
                            + messages + " times");
            find(
                    messages == 0 && history.of(row) != Outcome.OPEN,
                    Kind.DISAGREEMENT,
                    "row " + row + " has an outcome and was never sent");
        }
    }

    private boolean isOfNow(int row, List<JsonNode> messages) {
        return messages.stream().anyMatch(message -> message.path("attempt").asInt() >= history.openSince(row));
    }

    /** A row that was applied twice was told the same both times, and what the target has done is known. */
    private void checkAnswers() {
        wire.answered(handled.uploadId()).forEach((row, answers) -> {
            Set<String> applied = new HashSet<>();
            for (JsonNode answer : answers) {
                if (answer.path("status").asText().equals("SUCCESS")) {
                    applied.add(answer.path("pbjCustomerId").asText()
                            + " "
                            + answer.path("assignedId").asText() + " "
                            + answer.path("crn").asText());
                }
            }
            find(applied.size() > 1, Kind.DOUBLE_APPLICATION, "row " + row + " was answered " + applied);
            Outcome failed = isOfNow(row, answers) ? Outcome.ERROR : Outcome.OPEN;
            Outcome expected = applied.isEmpty() ? failed : Outcome.SUCCESS;
            find(
                    history.of(row) != expected,
                    history.of(row) == Outcome.OPEN ? Kind.LOSS : Kind.DISAGREEMENT,
                    "row " + row + " was answered with " + expected + " and is " + history.of(row));
            if (applied.size() == 1 && shown.size() >= row) {
                ShownRow shownRow = shown.get(row - 1);
                find(
                        !applied.contains(shownRow.customer() + " " + shownRow.assigned() + " " + shownRow.crn()),
                        Kind.DISAGREEMENT,
                        "row " + row + " is shown with other ids than it was answered");
            }
        });
    }

    private void checkProjection() {
        for (ShownRow row : shown) {
            find(
                    row.outcome() != history.of(row.row()),
                    Kind.DISAGREEMENT,
                    "row " + row.row() + " is shown as " + row.outcome() + " and is " + history.of(row.row()));
            find(
                    (row.outcome() == Outcome.ERROR) == row.error().isEmpty(),
                    Kind.DISAGREEMENT,
                    "row " + row.row() + " is " + row.outcome() + ", with the error '" + row.error() + "'");
        }
    }

    private void checkDownload() {
        Optional<Api.Answer> file = ask("/file?rows=all");
        if (file.isEmpty()) {
            find(true, Kind.DISAGREEMENT, "it cannot be downloaded");
            return;
        }
        try (CSVParser parser = CSVParser.parse(file.get().text(), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            find(records.size() != shown.size() + 1, Kind.LOSS, "the download has " + records.size() + " records");
            if (records.size() == shown.size() + 1) {
                List<String> header = new ArrayList<>(handled.file().kind().columns());
                header.addAll(GENERATED);
                find(!records.get(0).toList().equals(header), Kind.DISAGREEMENT, "the download has another header");
                for (ShownRow row : shown) {
                    List<String> cells = new ArrayList<>(handled.file().rows().get(row.row() - 1));
                    cells.addAll(List.of(row.customer(), row.assigned(), row.crn(), row.error()));
                    find(
                            !records.get(row.row()).toList().equals(cells),
                            Kind.DISAGREEMENT,
                            "row " + row.row() + " of the download is not that of the file with its outcome");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkRepeat() {
        Optional<Api.Answer> again = api.upload(handled.file());
        find(
                again.isEmpty()
                        || again.get().status() != 201
                        || !again.get().json().path("id").asText().equals(handled.uploadId()),
                Kind.DOUBLE_APPLICATION,
                "its key sent again does not lead to it");
    }

    private Optional<Api.Answer> ask(String path) {
        return api.get("/api/v1/uploads/" + handled.uploadId() + path).filter(answer -> answer.status() == 200);
    }

    private void find(boolean isWrong, Kind kind, String what) {
        if (isWrong) {
            findings.add(new Finding(kind, handled.file().name() + " (" + handled.uploadId() + "): " + what));
        }
    }
}
