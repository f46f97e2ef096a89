package io.migrator.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.filetypes.RecordParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file at the end of its way, as the service shows it.
 *
 * @param sample what was uploaded
 * @param upload the service's last answer about it
 * @param resultRows rows in the marked-up file
 * @param identified rows in it that carry the target's ids
 * @param refusals rows in it that carry an error, per code
 */
record MigratedFile(SampleFile sample, JsonNode upload, int resultRows, int identified, Map<String, Integer> refusals) {

    /** Reads the marked-up file. */
    static MigratedFile read(SampleFile sample, JsonNode upload, Path result) {
        int rows = 0;
        int identified = 0;
        Map<String, Integer> refusals = new TreeMap<>();
        CSVFormat format = CSVFormat.Builder.create(RecordParser.format(','))
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(result, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                rows++;
                String error = row.get("ERROR");
                boolean hasIds = !row.get("PBJ_CUSTOMER_ID").isEmpty()
                        && !row.get("ASSIGNED_ID").isEmpty()
                        && !row.get("CRN").isEmpty();
                if (!error.isEmpty()) {
                    refusals.merge(error.split("[^A-Z0-9_]", 2)[0], 1, Integer::sum);
                } else if (hasIds) {
                    identified++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MigratedFile(sample, upload, rows, identified, refusals);
    }

    String status() {
        return upload.path("status").asText();
    }

    int rowCount() {
        return upload.path("rowCount").asInt();
    }

    int succeeded() {
        return upload.path("counts").path("success").asInt();
    }

    int failed() {
        return upload.path("counts").path("error").asInt();
    }

    /** From the start of the migration to its end, by the service's own clock. */
    Duration time() {
        return Duration.between(moment("startedAt"), moment("completedAt"));
    }

    private Instant moment(String field) {
        String text = upload.path(field).asText();
        return text.isEmpty() || text.equals("null") ? Instant.EPOCH : Instant.parse(text);
    }

    /** In what it differs from what the sample says must come of it; empty when in nothing. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        String status = sample.refused() == 0 ? "MIGRATE_FILE_COMPLETE" : "MIGRATE_FILE_COMPLETE_WITH_ERRORS";
        compare(differences, "type", sample.fileType(), upload.path("fileType").asText());
        compare(differences, "status", status, status());
        compare(differences, "rows", sample.rows(), rowCount());
        compare(differences, "rows that succeeded", sample.successes(), succeeded());
        compare(differences, "rows in error", sample.refused(), failed());
        compare(differences, "rows in the result", sample.rows(), resultRows);
        compare(differences, "rows with ids in the result", sample.successes(), identified);
        compare(differences, "errors in the result", sample.refusals(), refusals);
        return differences;
    }

    private void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(sample.name() + ": " + what + ": expected " + expected + ", is " + actual);
        }
    }
}
