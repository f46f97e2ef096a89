package io.migrator.exporter.run;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Connectors;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.mapping.MappingCheck;
import io.migrator.exporter.service.MigratorService;
import io.migrator.exporter.service.Patience;
import io.migrator.exporter.source.Secret;
import io.migrator.exporter.source.SourceFile;
import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunOptions;
import io.migrator.exporter.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One source and the service it is brought to. What does not fit is refused before the first row is read; a run that was broken off
 * is gone on with.
 */
public final class Exporter implements AutoCloseable {

    private static final int FETCH_SIZE = 1_000;

    private final SourceFile source;
    private final Connector connector;
    private final MigratorService service;

    private Exporter(SourceFile source, Connector connector, MigratorService service) {
        this.source = source;
        this.connector = connector;
        this.service = service;
    }

    /**
     * @param environment where secrets may be
     * @param patience with a service that is away
     */
    public static Exporter of(SourceFile source, Map<String, String> environment, Duration patience) {
        SourceFile.Connection connection = source.connection();
        Secret password = connection.password();
        Integer fetchSize = connection.fetchSize();
        Connector connector = Connectors.open(new ConnectionSettings(
                connection.url(),
                connection.user() == null ? "" : connection.user(),
                password == null ? "" : password.value(environment),
                source.zoneOrDefault(),
                fetchSize == null ? FETCH_SIZE : fetchSize));
        MigratorService service = new MigratorService(
                source.service().url(),
                source.service().user(),
                source.service().password().value(environment),
                new Patience(patience));
        return new Exporter(source, connector, service);
    }

    /** The source. */
    public Connector connector() {
        return connector;
    }

    /** The service. */
    public MigratorService service() {
        return service;
    }

    /**
     * The file types that are filled, those first that others refer to.
     *
     * @throws MisfitException with everything that does not fit
     */
    public List<FileType> check() {
        if (source.types().isEmpty()) {
            throw new MisfitException(List.of("the description maps nothing; discover --draft begins its \"types\""));
        }
        List<FileType> known = service.fileTypes();
        List<String> reasons = new ArrayList<>();
        List<FileType> filled = new ArrayList<>();
        source.types().forEach((name, type) -> {
            Optional<FileType> found = known.stream()
                    .filter(fileType -> fileType.name().equals(name))
                    .findFirst();
            if (found.isEmpty()) {
                reasons.add("the service has no file type " + name + "; it has "
                        + String.join(", ", known.stream().map(FileType::name).toList()));
                return;
            }
            filled.add(found.get());
            try {
                reasons.addAll(MappingCheck.of(
                        found.get(), type, connector.columns(type.extract(name)), source.zoneOrDefault()));
            } catch (SourceException e) {
                reasons.add(name + ": " + e.getMessage());
            }
        });
        if (!reasons.isEmpty()) {
            throw new MisfitException(reasons);
        }
        return DependencyOrder.of(filled);
    }

    /** Begins a run, or goes on with the one that was broken off; answers why something is left; empty when nothing is. */
    public List<String> run(RunStore store, RunOptions options, int workers, RunListener listener) throws Exception {
        List<FileType> types = check();
        bind(store);
        Run run = store.unfinished().orElseGet(() -> {
            store.begin(options);
            return store.unfinished().orElseThrow();
        });
        refuseOtherMapping(store, run, types);
        // Before the moment that is read, so that what changes in between is read again rather than never.
        Map<String, Optional<KeyValue>> states = new HashMap<>();
        for (FileType type : types) {
            states.put(type.name(), connector.state(mapped(type).extract(type.name())));
        }
        try (Reading reading = connector.begin(workers)) {
            Map<String, ExportJob.Work> works = new LinkedHashMap<>();
            for (FileType type : types) {
                SourceFile.Type mapped =
                        java.util.Objects.requireNonNull(source.types().get(type.name()));
                Extract extract = mapped.extract(type.name());
                works.put(
                        type.name(),
                        new TypeWork(
                                run,
                                store,
                                connector,
                                reading,
                                service,
                                type,
                                extract,
                                Mapping.of(type, mapped, source.zoneOrDefault()),
                                mappingName(type, mapped),
                                Objects.requireNonNull(states.get(type.name())),
                                source.source(),
                                listener));
            }
            ExportJob.Result result = new ExportJob(store, run, workers).execute(works);
            if (result.isDone()) {
                store.end(run.number());
                return List.of();
            }
            List<String> reasons = result.reasons().isEmpty() ? List.of("something is left to do") : result.reasons();
            return reasons.stream()
                    .map(reason -> source.source() + ": " + reason)
                    .toList();
        }
    }

    /** What was sent to one service is not known to another. */
    private void bind(RunStore store) {
        store.bind(Map.of(
                        "service",
                        source.service().url(),
                        "tenant",
                        service.tenant(),
                        "source",
                        ConnectionSettings.place(source.connection().url())))
                .ifPresent(other -> {
                    throw new MisfitException(List.of("this source's store belongs to the " + other
                            + "; give the source another name, or --store another directory"));
                });
    }

    private void refuseOtherMapping(RunStore store, Run run, List<FileType> types) {
        List<String> reasons = new ArrayList<>();
        for (FileType type : types) {
            store.plans()
                    .mapping(run.number(), type.name())
                    .filter(name -> !name.equals(mappingName(type, mapped(type))))
                    .ifPresent(name -> reasons.add("run " + run.number() + " was begun with another description of "
                            + type.name() + "; take it back until that run is finished"));
        }
        if (!reasons.isEmpty()) {
            throw new MisfitException(reasons);
        }
    }

    private SourceFile.Type mapped(FileType type) {
        return Objects.requireNonNull(source.types().get(type.name()));
    }

    /** The same as long as the same rows are made of the same source. */
    private String mappingName(FileType type, SourceFile.Type mapped) {
        String text = type + "|" + mapped + "|" + source.zoneOrDefault();
        return HexFormat.of().formatHex(CsvPart.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        connector.close();
    }
}
