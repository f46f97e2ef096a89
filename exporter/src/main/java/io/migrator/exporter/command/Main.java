package io.migrator.exporter.command;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The exporter's command line; each command ends with an exit code of {@link ExitCode}. */
@Command(
        name = "exporter",
        description = "Brings customers out of another system's database into the migrator.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            SampleCommand.class,
            DiscoverCommand.class,
            PlanCommand.class,
            RunCommand.class,
            StatusCommand.class,
            ReportCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main(), new WithClock(Clock.systemUTC()));
        line.setExecutionExceptionHandler(
                (fault, command, result) -> ExitCode.of(fault, sourceOf(command), command.getErr()));
        return line;
    }

    private static String sourceOf(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandLine.Model.CommandSpec::userObject)
                .filter(SourceOptions.class::isInstance)
                .map(options -> ((SourceOptions) options).name())
                .findFirst()
                .orElse("");
    }

    /** Gives commands the clock. */
    private record WithClock(Clock clock) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (Clock.class.equals(type)) {
                return type.cast(clock);
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
