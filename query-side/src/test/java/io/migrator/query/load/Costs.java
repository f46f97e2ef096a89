package io.migrator.query.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What something costs: time, CPU of this process (start it with -XX:-UseDynamicNumberOfCompilerThreads) and of the database's, and the log that the database writes. */
final class Costs {

    private static final double NANOS = 1e9;
    private static final double TICKS = 100;

    private final JdbcTemplate jdbc;
    private final Path database;

    Costs(JdbcTemplate jdbc) throws IOException {
        this.jdbc = jdbc;
        Long backend = jdbc.queryForObject("select pg_backend_pid()", Long.class);
        String parent =
                Files.readString(Path.of("/proc/" + backend + "/stat")).replaceAll("^.*\\) . (\\d+) .*\\s*$", "$1");
        database = Path.of("/proc", parent);
    }

    /** Something to do. */
    interface Work {
        void run() throws Exception;
    }

    void of(String name, int rows, Work work) throws Exception {
        long wal = wal();
        double java = java();
        double postgres = postgres();
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / NANOS;
        double perRow = 1e6 / rows;
        System.out.println(String.format(
                Locale.ROOT,
                "%-34s %7.2f s  java %6.2f us/row  postgres %6.2f us/row  wal %6.1f bytes/row",
                name,
                seconds,
                (java() - java) * perRow,
                (postgres() - postgres) * perRow,
                (wal() - wal) / (double) rows));
    }

    private long wal() {
        Long bytes = jdbc.queryForObject("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint", Long.class);
        return bytes == null ? 0 : bytes;
    }

    /** Without what the compiler takes: in a process of some minutes that is more than all else, in one of days nothing. */
    private static double java() {
        double all = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOS;
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return all - threads.mapToDouble(Costs::compilerSeconds).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double compilerSeconds(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String[] numbers = stat.replaceAll("^.*\\) ", "").split(" ");
            boolean isCompiler = stat.contains("(C1 Comp") || stat.contains("(C2 Comp");
            return isCompiler ? (Long.parseLong(numbers[11]) + Long.parseLong(numbers[12])) / TICKS : 0;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }

    private double postgres() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .mapToDouble(this::seconds)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the server itself also what its ended children took. */
    private double seconds(Path process) {
        try {
            String[] stat = Files.readString(process.resolve("stat"))
                    .replaceAll("^.*\\) ", "")
                    .split(" ");
            if (process.equals(database)) {
                return (Long.parseLong(stat[11])
                                + Long.parseLong(stat[12])
                                + Long.parseLong(stat[13])
                                + Long.parseLong(stat[14]))
                        / TICKS;
            }
            boolean isChild = stat[1].equals(database.getFileName().toString());
            return isChild ? (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }
}
