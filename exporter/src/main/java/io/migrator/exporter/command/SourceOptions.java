package io.migrator.exporter.command;

import io.migrator.exporter.run.Exporter;
import io.migrator.exporter.source.SourceFile;
import io.migrator.exporter.source.SourceFiles;
import io.migrator.exporter.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which source, and where its runs are remembered. */
final class SourceOptions {

    @Parameters(paramLabel = "FILE", description = "describes the source")
    private Path file = Path.of("source.yaml");

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "exporter-store",
            description = "gets a directory for each source (${DEFAULT-VALUE})")
    private Path store = Path.of("exporter-store");

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "PT5M",
            description = "with a service that is away (${DEFAULT-VALUE})")
    private Duration patience = Duration.ofMinutes(5);

    /** What faults are told of. */
    private String name = "";

    SourceFile source() {
        SourceFile source = SourceFiles.read(file);
        name = source.source();
        return source;
    }

    /** The source's name; empty before its description is read. */
    String name() {
        return name;
    }

    Exporter exporter(SourceFile source) {
        return Exporter.of(source, System.getenv(), patience);
    }

    RunStore store(SourceFile source) throws IOException {
        return RunStore.open(store.resolve(source.source()), Clock.systemUTC());
    }
}
