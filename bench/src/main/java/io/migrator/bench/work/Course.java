package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFiles;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.host.Servers;
import io.migrator.bench.measure.Turns;
import io.migrator.bench.process.JavaCommand;
import io.migrator.bench.service.Launch;
import io.migrator.bench.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What a work needs to run: how much to do, where, and with what. Everything that was started or written is gone when it is
 * closed.
 */
public final class Course implements AutoCloseable {

    private final Scale scale;
    private final Set<String> asked;
    private final Product product;
    private final Path scratch;
    private final Path logs;
    private final Clock clock;
    private final Consumer<String> progress;
    private final CustomerFiles files;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<String, String> versions = new TreeMap<>();
    private int started;

    /**
     * @param asked the names of the works to run
     * @param scratch a directory of this course alone
     * @param logs where the processes' logs are kept
     * @param progress is told what happens
     */
    public Course(
            Scale scale,
            Set<String> asked,
            Product product,
            Path scratch,
            Path logs,
            Clock clock,
            Consumer<String> progress) {
        this.scale = scale;
        this.asked = Set.copyOf(asked);
        this.product = product;
        this.scratch = scratch;
        this.logs = logs;
        this.clock = clock;
        this.progress = progress;
        this.files = new CustomerFiles(scratch.resolve("files"));
        delete(); // what a run has left that was killed
    }

    /** How much to do. */
    Scale scale() {
        return scale;
    }

    /** Whether a work is to be run that can be asked for by this name. */
    boolean isAsked(String id) {
        return asked.contains(id);
    }

    /** Makes the files. */
    CustomerFiles files() {
        return files;
    }

    /** Rounds in turns. */
    Turns turns() {
        return new Turns(scale.warmUps(), scale.rounds(), progress);
    }

    /** As {@link #turns}, after twice as many warm-ups: for a job at which a service goes on getting faster for longer. */
    Turns turnsWhenWarm() {
        return new Turns(2 * scale.warmUps(), scale.rounds(), progress);
    }

    /** The time. */
    Clock clock() {
        return clock;
    }

    /** Says what happens. */
    void tell(String what) {
        progress.accept(what);
    }

    /** How the service is started as {@code ./migrator start} does it, in a new directory. */
    Launch launch() {
        int number = ++started;
        return new Launch(
                product.jar(),
                product.javaOptions(),
                scratch.resolve("service-" + number),
                logs.resolve("service-" + number + ".log"),
                List.of());
    }

    /** The exporter as {@code ./migrator exporter} starts it, with these options for java after the script's. */
    JavaCommand exporter(List<String> javaOptions) {
        List<String> options = new ArrayList<>(product.javaOptions());
        options.addAll(product.exporterOptions());
        options.addAll(javaOptions);
        return JavaCommand.ofJar(product.exporter(), options);
    }

    /** A file or directory that is gone when the course is closed. */
    Path scratch(String name) {
        return scratch.resolve(name);
    }

    /** Where a process's log is kept. */
    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** Starts the service; it ends with the course at the latest. */
    Service start(Launch launch) throws SQLException {
        tell("starting the service");
        Service service = Service.start(launch);
        open.add(service);
        if (launch.arguments().isEmpty()) {
            note(service.servers());
        }
        return service;
    }

    /** Starts a host with the same options for java; it ends with the course at the latest. */
    HostProcess startHost() throws SQLException {
        tell("starting the servers beside it");
        int number = ++started;
        HostProcess host = HostProcess.start(
                product.javaOptions(), scratch.resolve("host-" + number), logs.resolve("host-" + number + ".log"));
        open.add(host);
        note(host.servers());
        return host;
    }

    private void note(Servers servers) throws SQLException {
        versions.put("PostgreSQL", servers.postgresVersion());
        versions.put("Kafka", AppInfoParser.getVersion());
    }

    /** Versions of the servers that were started, by name. */
    public Map<String, String> versions() {
        return Map.copyOf(versions);
    }

    @Override
    public void close() throws Exception {
        Exception failure = null;
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) { // the others have to be ended all the same
                failure = e;
            }
        }
        delete();
        if (failure != null) {
            throw failure;
        }
    }

    private void delete() {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> found = Files.walk(scratch)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
