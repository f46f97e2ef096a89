package io.migrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.faults.report.RunReport;
import io.migrator.faults.report.ScenarioReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run; {@code ./migrator faults} plays longer ones. */
class FaultRunTest {

    private static final int SCENARIOS = 2;
    private static final long SEED = 9;

    @TempDir
    Path directory;

    @Test
    void whatDiesLosesNothingAndAppliesNothingTwice() {
        RunReport report = new FaultRun(directory, 1, System.out).play(SCENARIOS, SEED);

        assertThat(report.scenarios()).hasSize(SCENARIOS).allSatisfy(scenario -> assertThat(scenario.findings())
                .as("seed %d", scenario.seed())
                .isEmpty());
        assertThat(report.wrongAnswers()).isEmpty();
        assertThat(report.kills()).isGreaterThanOrEqualTo(10);
        assertThat(report.scenarios().stream().mapToInt(ScenarioReport::rows).sum())
                .isGreaterThan(1_000);
    }
}
