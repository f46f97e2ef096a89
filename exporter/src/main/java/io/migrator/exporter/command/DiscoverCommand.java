package io.migrator.exporter.command;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.Table;
import io.migrator.exporter.draft.Draft;
import io.migrator.exporter.run.Exporter;
import io.migrator.exporter.source.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the source has, and drafts a mapping of it. */
@Command(
        name = "discover",
        description = "Shows tables, keys, numbers of rows and columns of the source, and drafts a mapping.",
        mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {

    private static final String TO_OUTPUT = "-";

    @Mixin
    private final SourceOptions options = new SourceOptions();

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description = "gets a description with a first mapping, by names and types; - for standard output")
    @Nullable
    private String draft;

    @Option(
            names = "--country",
            paramLabel = "CC",
            defaultValue = "AU",
            description = "of telephone numbers without one, for the draft (${DEFAULT-VALUE})")
    private String country = "AU";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (!country.matches("[A-Z]{2}")) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--country takes two letters, such as AU");
        }
        SourceFile source = options.source();
        try (Exporter exporter = options.exporter(source)) {
            String file = draft;
            List<Table> tables = exporter.connector().discover();
            if (!TO_OUTPUT.equals(file)) {
                tables.forEach(table -> print(out, table));
            }
            if (file != null) {
                Draft made = Draft.of(source, exporter.service().fileTypes(), tables, exporter.connector(), country);
                write(file, made);
            }
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    /** What somebody has worked on is not written over. */
    private void write(String file, Draft made) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (TO_OUTPUT.equals(file)) {
            out.print(made.yaml());
            return;
        }
        Path path = Path.of(file);
        if (Files.exists(path)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), file + " is there already; name another file for the draft");
        }
        Files.writeString(path, made.yaml(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        out.println("draft: " + file + "; look for OPEN in it");
        if (!made.open().isEmpty()) {
            out.println("every row needs these, and nothing was found for them: " + String.join(", ", made.open()));
        }
    }

    private static void print(PrintWriter out, Table table) {
        if (table.rows() < 0) {
            out.println(table.name() + ", which cannot be read");
            return;
        }
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
