package io.migrator.exporter.command;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.run.Exporter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the source has. */
@Command(
        name = "discover",
        description = "Shows tables, keys, numbers of rows and columns of the source.",
        mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Exporter exporter = options.exporter(options.source())) {
            exporter.connector().discover().forEach(table -> print(out, table));
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    private static void print(PrintWriter out, Table table) {
        out.println(table.name() + ", " + table.rows() + " rows, "
                + (table.key().isEmpty() ? "no primary key" : "key " + String.join(", ", table.key())));
        out.println(table.columns().stream()
                .map(DiscoverCommand::text)
                .collect(Collectors.joining(System.lineSeparator() + "  ", "  ", "")));
    }

    private static String text(SourceColumn column) {
        return column.name() + " " + column.typeName();
    }
}
