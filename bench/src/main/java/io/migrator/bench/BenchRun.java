package io.migrator.bench;

import io.migrator.bench.machine.Machine;
import io.migrator.bench.measure.Line;
import io.migrator.bench.report.JsonReport;
import io.migrator.bench.report.Report;
import io.migrator.bench.report.Table;
import io.migrator.bench.report.WorkReport;
import io.migrator.bench.work.Course;
import io.migrator.bench.work.Product;
import io.migrator.bench.work.Work;
import io.migrator.bench.work.Works;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs works one after the other, each with servers and data of its own, and keeps the report up to date. */
final class BenchRun {

    private static final Logger log = LoggerFactory.getLogger(BenchRun.class);

    private final BenchOptions options;
    private final Product product;
    private final Clock clock;
    private final PrintStream terminal;
    private final Instant startedAt;
    private final Machine machine = Machine.describe();
    private final Map<String, String> servers = new TreeMap<>();
    private final List<WorkReport> reports = new ArrayList<>();

    BenchRun(BenchOptions options, Product product, Clock clock, PrintStream terminal) {
        this.options = options;
        this.product = product;
        this.clock = clock;
        this.terminal = terminal;
        this.startedAt = clock.instant();
    }

    /** Runs what was asked for; the report says what came of it. */
    Report execute() {
        for (Work work : Works.ALL) {
            if (!Collections.disjoint(work.ids(), options.only())) {
                reports.add(run(work));
                JsonReport.write(report(), options.out().resolve("bench.json"));
            }
        }
        Report report = report();
        terminal.println();
        terminal.println(Table.of(report));
        terminal.println("Every figure is in " + options.out().resolve("bench.json"));
        return report;
    }

    private WorkReport run(Work work) {
        String name = String.join(",", work.ids());
        Instant begun = clock.instant();
        tell(name, "begins");
        Path out = options.out().toAbsolutePath();
        Path scratch = out.resolve("scratch-" + work.ids().get(0));
        Path logs = out.resolve("logs").resolve(work.ids().get(0));
        List<Line> lines = List.of();
        try (Course course =
                new Course(options.scale(), options.only(), product, scratch, logs, clock, what -> tell(name, what))) {
            lines = work.run(course).stream()
                    .filter(line -> options.only().contains(line.work()))
                    .toList();
            servers.putAll(course.versions());
            return new WorkReport(name, seconds(begun), lines, null);
        } catch (Exception e) { // the other works are run all the same
            log.error("{} failed", name, e);
            tell(name, "failed: " + e.getMessage());
            // what was measured before something could not be cleaned up is told all the same
            return new WorkReport(name, seconds(begun), lines, String.valueOf(e.getMessage()));
        }
    }

    private Report report() {
        return new Report(
                machine,
                servers,
                startedAt,
                options.scale().rows(),
                options.scale().warmUps(),
                options.scale().rounds(),
                reports);
    }

    private double seconds(Instant begun) {
        return Duration.between(begun, clock.instant()).toMillis() / 1e3;
    }

    private void tell(String work, String what) {
        long seconds = Duration.between(startedAt, clock.instant()).toSeconds();
        terminal.printf(Locale.ROOT, "%02d:%02d %-14s %s%n", seconds / 60, seconds % 60, work, what);
    }
}
