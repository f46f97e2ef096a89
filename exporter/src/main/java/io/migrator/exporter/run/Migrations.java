package io.migrator.exporter.run;

import io.migrator.exporter.service.Migration;
import io.migrator.exporter.service.MigratorService;
import io.migrator.exporter.store.Part;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.RunStore;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Starts the migrations of a type's uploads, waits for their ends and fetches what came of them. */
final class Migrations {

    private static final long LOOK_MILLIS = 500;
    /** A stalled migration is resumed so often before an operator has to look at it. */
    private static final int RESUMES = 3;

    private static final String STOPPED = "MIGRATE_FILE_STOPPED";
    private static final String ALL = "all";

    private final MigratorService service;
    private final RunStore store;
    private final long run;
    private final RunListener listener;

    Migrations(MigratorService service, RunStore store, long run, RunListener listener) {
        this.service = service;
        this.store = store;
        this.run = run;
        this.listener = listener;
    }

    /** @throws IllegalStateException when a migration has not come to its end */
    void migrate(String type) {
        List<Part> parts = store.parts().accepted(run, type);
        parts.forEach(part -> service.command(part.uploadId(), ""));
        long rows = parts.stream().mapToLong(Part::accepted).sum();
        Map<Part, Migration> ended = new HashMap<>();
        Map<Part, Integer> resumed = new HashMap<>();
        while (ended.size() < parts.size()) {
            long settled = 0;
            for (Part part : parts) {
                Migration migration = ended.containsKey(part) ? ended.get(part) : look(part, resumed);
                settled += migration.success() + migration.error();
                if (migration.isOver() && ended.put(part, migration) == null) {
                    fetch(type, part, migration);
                }
            }
            listener.migrated(type, settled, rows);
            pause();
        }
        ended.forEach((part, migration) -> {
            if (!migration.isComplete()) {
                throw new IllegalStateException("the migration of upload " + part.uploadId() + " has ended as "
                        + migration.status() + "; look at it in the service, then run again");
            }
        });
    }

    private Migration look(Part part, Map<Part, Integer> resumed) {
        Migration migration = service.migration(part.uploadId());
        if (migration.status().equals(STOPPED) && resumed.merge(part, 1, Integer::sum) <= RESUMES) {
            service.command(part.uploadId(), "resume");
            return new Migration("MIGRATE_FILE_INPROGRESS", migration.rows(), migration.success(), migration.error());
        }
        return migration;
    }

    private void fetch(String type, Part part, Migration migration) {
        Path results = store.directory(run).resolve("results");
        Path file = results.resolve(type + "-" + part.block() + "-" + part.number() + ".csv");
        try {
            Files.createDirectories(results);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.download(part.uploadId(), ALL, file);
        if (migration.error() > 0) {
            List<RefusedRow> refused = refused(file);
            store.results().refuse(run, type, refused);
            store.seen()
                    .forget(type, refused.stream().map(RefusedRow::externalId).toList());
        }
        store.parts().migrated(run, type, part, migration.status(), migration.success(), migration.error());
    }

    private static List<RefusedRow> refused(Path file) {
        List<RefusedRow> refused = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                String error = row.get("ERROR");
                if (!error.isEmpty()) {
                    String code = error.replaceFirst("[^A-Z0-9_].*", "");
                    refused.add(
                            new RefusedRow(row.get(0), RefusedRow.By.TARGET, "", code, "see " + file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return refused;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
