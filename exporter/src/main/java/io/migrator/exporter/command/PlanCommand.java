package io.migrator.exporter.command;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.run.Exporter;
import io.migrator.exporter.source.SourceFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the blocks that a run would make. */
@Command(name = "plan", description = "Shows the blocks that a run would make.", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Option(names = "--rows-per-block", defaultValue = "50000", description = "(${DEFAULT-VALUE})")
    private int rowsPerBlock = 50_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SourceFile source = options.source();
        try (Exporter exporter = options.exporter(source)) {
            for (FileType type : exporter.check()) {
                SourceFile.Type mapped = Objects.requireNonNull(source.types().get(type.name()));
                exporter.connector()
                        .plan(mapped.extract(type.name()), rowsPerBlock)
                        .forEach(block -> out.println(line(type, block)));
            }
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    private static String line(FileType type, Block block) {
        return type.name() + " block " + block.number() + ": "
                + (block.after().isEmpty() ? "from the first key" : "after " + text(block.after()))
                + (block.upTo().isEmpty() ? " on" : " up to " + text(block.upTo()))
                + ", about " + block.rows() + " rows";
    }

    private static String text(List<KeyValue> key) {
        return key.stream().map(KeyValue::text).collect(Collectors.joining(", "));
    }
}
