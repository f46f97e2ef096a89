package io.migrator.faults.report;

import io.migrator.faults.reconcile.Finding;
import java.util.List;

/**
 * One scenario.
 *
 * @param seed replays it
 * @param seconds from its first file until everything agreed
 * @param stalled how often a migration had to be resumed
 * @param findings what is wrong; empty when all agree
 */
public record ScenarioReport(long seed, double seconds, int files, int rows, int stalled, List<Finding> findings) {

    public ScenarioReport {
        findings = List.copyOf(findings);
    }

    /** How many findings are of this kind. */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
