package io.migrator.faults;

import io.migrator.faults.installation.AnswerRelay;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.reconcile.Finding;
import io.migrator.faults.reconcile.Reconciler;
import io.migrator.faults.report.RunReport;
import io.migrator.faults.report.ScenarioReport;
import io.migrator.faults.scenario.Handled;
import io.migrator.faults.scenario.Journal;
import io.migrator.faults.scenario.Play;
import io.migrator.faults.scenario.Progress;
import io.migrator.faults.scenario.Saboteur;
import io.migrator.faults.scenario.Scenario;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Plays scenarios one after another on one installation, which only their faults start again. */
final class FaultRun {

    private final Path directory;
    private final int nodes;
    private final PrintStream out;

    /**
     * @param directory for the processes' data and logs
     * @param nodes of the service
     * @param out is told how it goes on
     */
    FaultRun(Path directory, int nodes, PrintStream out) {
        this.directory = directory;
        this.nodes = nodes;
        this.out = out;
    }

    /** @param seed of the first scenario; the next ones have the seeds after it */
    RunReport play(int scenarios, long seed) {
        try (Journal journal = new Journal(directory.resolve("journal.log"), Clock.systemUTC())) {
            Progress progress = new Progress(journal);
            return play(scenarios, seed, journal, progress);
        }
    }

    private RunReport play(int scenarios, long seed, Journal journal, Progress progress) {
        List<ScenarioReport> reports = new ArrayList<>();
        try (Installation installation = Installation.start(directory.toAbsolutePath(), nodes);
                AnswerRelay relay = AnswerRelay.start(installation.bootstrapServers());
                Saboteur saboteur = new Saboteur(installation, progress, journal);
                Play play = new Play(installation, saboteur, progress, journal);
                Reconciler reconciler = new Reconciler(installation, relay, play)) {
            for (long next = seed; next < seed + scenarios; next++) {
                ScenarioReport report = play(Scenario.of(next), play, saboteur, reconciler);
                reports.add(report);
                tell(report);
            }
            return new RunReport(
                    reports,
                    saboteur.happened(),
                    saboteur.kills(),
                    installation.endedByThemselves(),
                    progress.resumedMillis(),
                    play.wrongAnswers());
        }
    }

    private static ScenarioReport play(Scenario scenario, Play play, Saboteur saboteur, Reconciler reconciler) {
        long begun = System.nanoTime();
        List<Handled> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            files.addAll(play.play(scenario));
            findings.addAll(reconciler.reconcile("s" + scenario.seed() + "-", files, saboteur.poison()));
        } catch (IllegalStateException e) {
            findings.add(new Finding(Finding.Kind.LOSS, String.valueOf(e.getMessage())));
        }
        return new ScenarioReport(
                scenario.seed(),
                (System.nanoTime() - begun) / 1e9,
                scenario.files().size(),
                scenario.files().stream()
                        .mapToInt(plan -> plan.file().rows().size())
                        .sum(),
                files.stream().mapToInt(Handled::resumed).sum(),
                findings);
    }

    private void tell(ScenarioReport report) {
        out.printf(
                "seed %d: %d files, %d rows, %.1f s, %s%n",
                report.seed(),
                report.files(),
                report.rows(),
                report.seconds(),
                report.findings().isEmpty() ? "all agree" : report.findings().size() + " findings");
        report.findings().stream()
                .limit(20)
                .forEach(finding -> out.println("  " + finding.kind() + " " + finding.what()));
        out.flush();
    }
}
