package io.migrator.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.app.demo.ServiceClient.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the samples the whole way and notes whatever differs from what has to come of them. */
final class DemoRun {

    private static final Duration POLL = Duration.ofMillis(250);

    private final ServiceClient service;
    private final Path results;
    private final PrintStream out;
    private final List<String> differences = new ArrayList<>();
    private final Map<SampleFile, String> ids = new LinkedHashMap<>();

    DemoRun(ServiceClient service, Path results, PrintStream out) {
        this.service = service;
        this.results = results;
        this.out = out;
    }

    /** Uploads, migrates, downloads and compares; returns in what something differed. */
    List<String> execute(SampleFiles samples) {
        createResults();
        out.println("Uploading one file of each type, and one with mistakes");
        samples.accepted().forEach(this::upload);
        reject(samples.rejected());
        List<MigratedFile> migrated = new ArrayList<>();
        out.println("Migrating the customers, then how they pay, then the rest");
        for (List<SampleFile> together :
                List.of(List.of(samples.customers()), List.of(samples.paymentMethods()), samples.others())) {
            together.forEach(this::start);
            together.forEach(sample -> migrated.add(finish(sample)));
        }
        migrated.forEach(file -> differences.addAll(file.differences()));
        ResultTable.print(migrated, out);
        out.println("The marked-up files are in " + results);
        return differences;
    }

    private void createResults() {
        try {
            Files.createDirectories(results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void upload(SampleFile sample) {
        JsonNode upload = service.upload(sample.name(), sample.content()).expect(201);
        out.printf(
                "  %-32s %s, %d rows%n",
                sample.name(),
                upload.path("fileType").asText(),
                upload.path("rowCount").asInt());
        ids.put(sample, upload.path("id").asText());
    }

    private void reject(SampleFile sample) {
        Answer answer = service.upload(sample.name(), sample.content());
        if (answer.status() != 422) {
            differences.add(sample.name() + ": answered " + answer.status() + " instead of 422");
            return;
        }
        JsonNode problem = answer.body();
        Map<String, Integer> counts = new TreeMap<>();
        problem.path("violationCounts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        out.printf("  %-32s rejected, nothing of it is stored%n", sample.name());
        problem.path("violations")
                .forEach(violation -> out.printf(
                        "    row %-3s %-24s %-18s %s%n",
                        violation.path("row").asText(),
                        violation.path("column").asText(""),
                        violation.path("code").asText(),
                        violation.path("message").asText()));
        if (!counts.equals(sample.violations())) {
            differences.add(sample.name() + ": violations: expected " + sample.violations() + ", are " + counts);
        }
    }

    private void start(SampleFile sample) {
        service.startMigration(id(sample)).expect(202);
    }

    private MigratedFile finish(SampleFile sample) {
        JsonNode upload = service.show(id(sample)).expect(200);
        int shown = 0;
        while (!isSettled(upload)) {
            JsonNode counts = upload.path("counts");
            int done = counts.path("success").asInt() + counts.path("error").asInt();
            if (done > shown) {
                out.printf(
                        "  %-32s %d of %d rows%n",
                        sample.name(), done, upload.path("rowCount").asInt());
                shown = done;
            }
            pause();
            upload = service.show(id(sample)).expect(200);
        }
        out.printf("  %-32s %s%n", sample.name(), upload.path("status").asText());
        Path result = results.resolve(sample.name());
        int status = service.download(id(sample), result);
        if (status != 200) {
            throw new IllegalStateException("the download of " + sample.name() + " was answered with " + status);
        }
        return MigratedFile.read(sample, upload, result);
    }

    private static boolean isSettled(JsonNode upload) {
        return !upload.path("status").asText().equals("MIGRATE_FILE_INPROGRESS");
    }

    private String id(SampleFile sample) {
        String id = ids.get(sample);
        if (id == null) {
            throw new IllegalStateException(sample.name() + " was not uploaded");
        }
        return id;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
