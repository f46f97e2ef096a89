package io.migrator.command.intake;

import com.sun.management.OperatingSystemMXBean;
import io.migrator.api.Caller;
import io.migrator.command.intake.idempotency.Claim;
import io.migrator.command.intake.idempotency.Outcome;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import io.migrator.command.repeat.CommandSide;
import io.migrator.embedded.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long a file is received, read and stored, with a durable database beside it: time on the clock, processor time of
 * this process and of the database, and what the first and the last chunks' commands take. Arguments: a folder for the database,
 * the file, how often.
 */
public final class IntakeTimes {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CHUNKS_COMPARED = 50;
    private static final double TICKS = 100;

    private final ConfigurableApplicationContext service;
    private final JdbcTemplate jdbc;
    private final Path source;

    private IntakeTimes(ConfigurableApplicationContext service, Path source) {
        this.service = service;
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.source = source;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (PostgresServer postgres = PostgresServer.startDurable(folder.resolve("postgres"), 18_432)) {
            postgres.createDatabase("intake");
            String url = postgres.url("intake") + "&user=" + postgres.user() + "&password=" + postgres.password();
            SpringApplication application = new SpringApplication(CommandSide.class);
            try (ConfigurableApplicationContext service = application.run(
                    "--server.port=0",
                    "--logging.level.root=WARN",
                    "--migrator.intake.spool-directory=" + folder.resolve("spool"),
                    "--" + CommandSide.DATABASE + "=" + url)) {
                IntakeTimes times = new IntakeTimes(service, Path.of(arguments[1]));
                for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                    times.run();
                }
            }
        }
        // Threads of the framework's that are no daemons would keep the process.
        System.exit(0);
    }

    private void run() throws Exception {
        List<Moment> moments = new ArrayList<>();
        moments.add(now());
        Noted claim = new Noted(moments);
        try (SpooledFile content = service.getBean(SpoolFolder.class).newFile();
                InputStream body = Files.newInputStream(source)) {
            FileIntake intake = service.getBean(FileIntake.class);
            content.receive(body, intake.receivingLimits(), StandardCharsets.UTF_8);
            moments.add(now());
            Caller caller = new Caller("ann", "acme");
            IncomingFile file =
                    new IncomingFile(UUID.randomUUID(), "customers.csv", ReadingOptions.PLAIN, content, caller);
            intake.take(file, new UploadCommands(service.getBean(CommandGateway.class), caller, claim));
            moments.add(now());
        }
        print(moments, claim.nanos);
    }

    private static void print(List<Moment> moments, List<Long> commands) {
        StringBuilder line = new StringBuilder();
        String[] phases = {"received", "read", "stored"};
        for (int i = 1; i < moments.size(); i++) {
            line.append(moments.get(i).since(phases[i - 1], moments.get(i - 1)));
        }
        line.append(moments.get(moments.size() - 1).since("all", moments.get(0)));
        if (commands.size() > 2 * CHUNKS_COMPARED) {
            line.append("; a command of the first %.2f, of the last %.2f ms"
                    .formatted(
                            median(commands.subList(0, CHUNKS_COMPARED)),
                            median(commands.subList(commands.size() - CHUNKS_COMPARED, commands.size()))));
        }
        System.out.println(line);
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
    }

    /** What the clocks say. */
    private record Moment(long nanos, long cpu, double database, long wal) {

        String since(String phase, Moment before) {
            return "%s %.2f s (%.2f s of this process, %.2f s of the database, %.1f MB of WAL); "
                    .formatted(
                            phase,
                            (nanos - before.nanos) / 1e9,
                            (cpu - before.cpu) / 1e9,
                            database - before.database,
                            (wal - before.wal) / 1e6);
        }
    }

    private Moment now() {
        Long wal = jdbc.queryForObject("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", Long.class);
        double database = jdbc.queryForList("select pid from pg_stat_activity", Integer.class).stream()
                .mapToDouble(IntakeTimes::seconds)
                .sum();
        return new Moment(System.nanoTime(), PROCESS.getProcessCpuTime(), database, wal == null ? 0 : wal);
    }

    /** User and system time of another process. */
    private static double seconds(int process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 13).mapToLong(Long::parseLong).sum() / TICKS;
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    /** Notes when the first command begins, and how long each of the others takes. */
    private final class Noted implements Claim {

        private final List<Moment> moments;
        private final List<Long> nanos = new ArrayList<>();

        Noted(List<Moment> moments) {
            this.moments = moments;
        }

        @Override
        public void begin(Runnable command) {
            moments.add(now());
            command.run();
        }

        @Override
        public void proceed(Runnable command) {
            long start = System.nanoTime();
            command.run();
            nanos.add(System.nanoTime() - start);
        }

        @Override
        public Outcome end(Supplier<Outcome> command) {
            if (moments.size() == 2) {
                moments.add(now());
            }
            return command.get();
        }

        @Override
        public void answered(String answer) {
            throw new IllegalStateException("nobody answers here");
        }
    }
}
