package io.migrator.exporter.command;

import io.migrator.exporter.sample.SampleSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a made-up source to try the others with. */
@Command(
        name = "sample",
        description = "Writes a made-up old CRM to try the other commands with.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = "sample", description = "(${DEFAULT-VALUE})")
    private Path directory = Path.of("sample");

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "(${DEFAULT-VALUE})")
    private String service = "http://localhost:8080";

    @Option(names = "--user", defaultValue = "admin", description = "of the service (${DEFAULT-VALUE})")
    private String user = "admin";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            defaultValue = "data/admin-password",
            description = "has the user's password (${DEFAULT-VALUE})")
    private Path passwordFile = Path.of("data/admin-password");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, SQLException {
        try {
            SampleSource.write(directory, new SampleSource.Service(service, user, passwordFile));
        } catch (FileAlreadyExistsException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), directory + " has a sample already; name another directory", e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(directory.resolve("crm.db") + ": an old CRM of made-up clients, some of their rows spoiled");
        out.println(directory.resolve("crm.yaml") + ": names source and service; discover --draft begins a mapping");
        out.println(directory.resolve("crm-mapped.yaml") + ": the whole mapping");
        out.flush();
        return ExitCode.CLEAN;
    }
}
