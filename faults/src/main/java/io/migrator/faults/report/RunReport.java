package io.migrator.faults.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.migrator.faults.reconcile.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of scenarios.
 *
 * @param faults how often each happened, by name
 * @param kills processes killed
 * @param endedByThemselves processes that ended without having been killed, and were started again
 * @param resumedMillis from the end of each fault until the next row was settled
 * @param wrongAnswers to clients: 5xx other than 503, or 503 without Retry-After
 */
public record RunReport(
        List<ScenarioReport> scenarios,
        Map<String, Integer> faults,
        int kills,
        int endedByThemselves,
        List<Long> resumedMillis,
        List<String> wrongAnswers) {

    public RunReport {
        scenarios = List.copyOf(scenarios);
        faults = new TreeMap<>(faults);
        resumedMillis = resumedMillis.stream().sorted().toList();
        wrongAnswers = List.copyOf(wrongAnswers);
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return wrongAnswers.isEmpty()
                && scenarios.stream().allMatch(scenario -> scenario.findings().isEmpty());
    }

    /** Findings of a kind in all scenarios. */
    public long count(Finding.Kind kind) {
        return scenarios.stream().mapToLong(scenario -> scenario.count(kind)).sum();
    }

    /** Prints it for people. */
    public void print(PrintStream out) {
        out.println();
        line(out, "scenarios", scenarios.size());
        line(out, "files", scenarios.stream().mapToInt(ScenarioReport::files).sum());
        line(out, "rows", scenarios.stream().mapToInt(ScenarioReport::rows).sum());
        line(out, "kills", kills);
        faults.forEach((fault, times) -> line(out, "  " + fault, times));
        line(
                out,
                "stalled and resumed",
                scenarios.stream().mapToInt(ScenarioReport::stalled).sum());
        line(out, "ended by themselves", endedByThemselves);
        if (!resumedMillis.isEmpty()) {
            line(out, "went on after, median ms", resumedMillis.get(resumedMillis.size() / 2));
            line(out, "went on after, worst ms", Collections.max(resumedMillis));
        }
        line(out, "losses", count(Finding.Kind.LOSS));
        line(out, "double applications", count(Finding.Kind.DOUBLE_APPLICATION));
        line(out, "disagreements", count(Finding.Kind.DISAGREEMENT));
        line(out, "wrong answers to clients", wrongAnswers.size());
        out.flush();
    }

    private static void line(PrintStream out, String name, long value) {
        out.printf("%-40s %,12d%n", name, value);
    }

    /** Writes it for programs. */
    public void write(Path file) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode report = json.createObjectNode();
        report.put("kills", kills);
        report.put("endedByThemselves", endedByThemselves);
        report.set("faults", json.valueToTree(faults));
        report.set("resumedMillis", json.valueToTree(resumedMillis));
        report.set("wrongAnswers", json.valueToTree(wrongAnswers));
        report.set("scenarios", json.valueToTree(scenarios));
        try {
            json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
