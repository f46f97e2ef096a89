package io.migrator.exporter.run;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.service.MigratorService;
import io.migrator.exporter.store.Plan;
import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run does with one file type. */
final class TypeWork implements ExportJob.Work {

    private static final Logger log = LoggerFactory.getLogger(TypeWork.class);
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 1_000;
    private static final int AT_A_TIME = 1_000;
    private static final int TOLD_AT_A_TIME = 1_000;

    private final Run run;
    private final RunStore store;
    private final Connector connector;
    private final Reading reading;
    private final MigratorService service;
    private final FileType type;
    private final Extract extract;
    private final Mapping mapping;
    private final String mappingName;
    private final Optional<KeyValue> state;
    private final String sourceName;
    private final RunListener listener;

    TypeWork(
            Run run,
            RunStore store,
            Connector connector,
            Reading reading,
            MigratorService service,
            FileType type,
            Extract extract,
            Mapping mapping,
            String mappingName,
            Optional<KeyValue> state,
            String sourceName,
            RunListener listener) {
        this.run = run;
        this.store = store;
        this.connector = connector;
        this.reading = reading;
        this.service = service;
        this.type = type;
        this.extract = extract;
        this.mapping = mapping;
        this.mappingName = mappingName;
        this.state = state;
        this.sourceName = sourceName;
        this.listener = listener;
    }

    @Override
    public void plan() {
        if (!store.plans().isMade(run.number(), type.name())) {
            Optional<KeyValue> since = run.options().sendsAll() || extract.changeColumn() == null
                    ? Optional.empty()
                    : store.plans().lastState(type.name(), mappingName);
            store.plans()
                    .keep(
                            run.number(),
                            type.name(),
                            new Plan(
                                    reading.consistency().name(),
                                    mappingName,
                                    state,
                                    since,
                                    connector.plan(
                                            since.map(extract::since).orElse(extract),
                                            run.options().rowsPerBlock())));
        }
        listener.planned(type.name(), store.plans().blocks(run.number(), type.name()));
    }

    /** What a run that reads only changes does not see, it looks for by the external ids alone. */
    @Override
    public void findVanished() {
        if (store.plans().since(run.number(), type.name()).isPresent()) {
            List<String> ids = new ArrayList<>();
            reading.read(extract, new Block(0, List.of(), List.of(), 0), values -> {
                ids.add(mapping.externalId(values));
                if (ids.size() == AT_A_TIME) {
                    store.seen().present(run.number(), type.name(), ids);
                    ids.clear();
                }
            });
            store.seen().present(run.number(), type.name(), ids);
        }
        store.seen().noteVanished(run.number(), type.name());
    }

    /** A fault that passes is waited out a few times; then the block is left for the next attempt, and the others go on. */
    @Override
    public void export(int number) {
        Block block = store.plans().blocks(run.number(), type.name()).get(number - 1);
        if (store.results().isFinished(run.number(), type.name(), number)) {
            listener.found(type.name(), block); // its process died before the job repository knew
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                export(block);
                return;
            } catch (BlockException e) {
                String reason = Reasons.of(e);
                store.results().failed(run.number(), type.name(), number, reason);
                listener.failed(type.name(), block, reason);
                if (!e.isPassing() || attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Block {} of {} is tried again: {}", number, type.name(), reason);
                pause(attempt * PAUSE_MILLIS);
            }
        }
    }

    private void export(Block block) {
        Path directory = store.directory(run.number()).resolve(type.name() + "-" + block.number());
        PartSender sender = new PartSender(service, store, sourceName, run.number());
        try (BlockExport export = new BlockExport(
                type,
                mapping,
                store,
                run.number(),
                run.options().sendsAll(),
                run.options().rowsPerPart(),
                block.number(),
                directory,
                sender)) {
            Extract changed = store.plans()
                    .since(run.number(), type.name())
                    .map(extract::since)
                    .orElse(extract);
            try {
                reading.read(changed, block, values -> {
                    export.row(values);
                    if (export.read() % TOLD_AT_A_TIME == 0) {
                        listener.read(type.name(), block, export.read());
                    }
                });
                store.results().finish(run.number(), type.name(), block.number(), export.finish());
            } catch (RuntimeException e) {
                throw new BlockException(type.name(), block, export.read(), export.lastExternalId(), e);
            }
        }
        Directories.delete(directory);
        listener.exported(type.name(), block);
    }

    @Override
    public void migrate() {
        new Migrations(service, store, run.number(), listener).migrate(type.name());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("broken off");
        }
    }
}
