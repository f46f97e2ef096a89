package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.HostProcess;
import io.migrator.bench.measure.CpuTime;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Measured;
import io.migrator.bench.measure.Series;
import io.migrator.bench.measure.Side;
import io.migrator.bench.measure.Stopwatch;
import io.migrator.bench.process.ChildProcess;
import io.migrator.bench.process.JavaCommand;
import io.migrator.bench.service.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The exporter's way from another system's table to the parts that it would send, against what PostgreSQL alone takes to hand out the
 * same columns to somebody who is connected already. Each round is a new process; told is its own rate, from connecting to the source, planning
 * among it, to the end of the last part, and that of the whole process, from the start of its JVM.
 */
public final class Exporting implements Work {

    private static final String ID = "export";
    private static final double GOAL = 0.5;
    private static final List<Integer> WORKERS = List.of(1, 2, 4);
    private static final List<String> HEAP = List.of("-Xmx256m");
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String LOG = "exporter";
    private static final Pattern OWN_RATE = Pattern.compile("took [\\d.]+ s, ([\\d,]+) rows/s");
    private static final String COPY = "COPY … TO STDOUT";
    private static final String ROWS_PER_SECOND = "rows/s";

    @Override
    public List<String> ids() {
        return List.of(ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        HostProcess host = course.startHost();
        int rows = course.scale().rows();
        course.tell("filling the other system's table");
        try (CustomerFile file = course.files().valid(rows)) {
            LegacyTable.fill(host.servers(), file);
        }
        Service service = course.start(course.launch()); // it says what a file type is
        Path description = LegacyTable.describe(
                host.servers(), service, course.scratch("source-password"), course.scratch("legacy.yaml"));
        // The bench's own time has that of the processes that it started.
        CpuTime cpu = new CpuTime(List.of(ProcessHandle.current()::pid)).and(host.databaseCpu());
        try (Connection connection = host.servers().connect()) {
            List<Side> sides = new ArrayList<>();
            Map<Integer, List<Double>> rates = new TreeMap<>();
            WORKERS.forEach(workers -> sides.add(round -> {
                Measured process = export(course, description, cpu, workers);
                if (round > 0) {
                    rates.computeIfAbsent(workers, none -> new ArrayList<>()).add(ownRate(course.log(LOG)));
                }
                return process;
            }));
            sides.add(round -> copy(connection, cpu, rows));
            return lines(rows, rates, course.turns().take(sides.toArray(Side[]::new)));
        }
    }

    private static Measured export(Course course, Path description, CpuTime cpu, int workers) throws IOException {
        Path parts = Files.createDirectories(course.scratch("parts"));
        JavaCommand command = course.exporter(HEAP)
                .with(List.of(
                        "run",
                        description.toString(),
                        "--files",
                        parts.toString(),
                        "--workers",
                        Integer.toString(workers)));
        Path log = course.log(LOG);
        Stopwatch watch = Stopwatch.start(cpu);
        try (ChildProcess exporter = ChildProcess.start(command, log)) {
            int code = exporter.exitCode(LIMIT);
            Measured measured = watch.read();
            if (code != 0) {
                throw new IllegalStateException("the exporter ended with " + code + ", see " + log);
            }
            requireRows(parts, course.scale().rows());
            return measured;
        }
    }

    /** What the process that was started last has said at its end. */
    private static double ownRate(Path log) throws IOException {
        return OWN_RATE.matcher(Files.readString(log))
                .results()
                .reduce((first, last) -> last)
                .map(rate -> Double.parseDouble(rate.group(1).replace(",", "")))
                .orElseThrow(() -> new IllegalStateException("the exporter has not said how fast it was, see " + log));
    }

    /** Counts the rows, none of which has a line break in it, and deletes them. */
    private static void requireRows(Path parts, int rows) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.list(parts)) {
            for (Path file : files.toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    found += lines.count() - 1;
                }
                Files.delete(file);
            }
        }
        if (found != rows) {
            throw new IllegalStateException(found + " rows were written of " + rows);
        }
    }

    private static Measured copy(Connection connection, CpuTime cpu, int rows) throws SQLException, IOException {
        Stopwatch watch = Stopwatch.start(cpu);
        long copied = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(LegacyTable.COPY, OutputStream.nullOutputStream());
        Measured measured = watch.read();
        if (copied != rows) {
            throw new IllegalStateException(copied + " rows were copied of " + rows);
        }
        return measured;
    }

    /** The goal is that of the best number of workers. */
    private static List<Line> lines(int rows, Map<Integer, List<Double>> rates, List<List<Measured>> rounds) {
        List<Measured> copied = rounds.get(WORKERS.size());
        Series copy = Measured.rate(COPY, ROWS_PER_SECOND, rows, copied);
        List<Series> ours = WORKERS.stream()
                .map(workers -> new Series("ours", ROWS_PER_SECOND, rates.getOrDefault(workers, List.of())))
                .toList();
        double best = ours.stream().mapToDouble(Series::median).max().orElseThrow();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < WORKERS.size(); i++) {
            int workers = WORKERS.get(i);
            Goal goal = ours.get(i).median() == best ? Goal.ratioAtLeast(GOAL) : Goal.none();
            String what = "another system's table to parts, " + workers + (workers == 1 ? " worker" : " workers");
            Series whole = Measured.rate("ours", ROWS_PER_SECOND, rows, rounds.get(i));
            lines.add(Line.against(ID, what, ours.get(i), copy, goal)
                    .with(Measured.cpuPerRow("ours", rows, rounds.get(i)), Measured.cpuPerRow(COPY, rows, copied)));
            lines.add(Line.against(ID, "… with the start of its JVM", whole, copy, Goal.none()));
        }
        return lines;
    }
}
