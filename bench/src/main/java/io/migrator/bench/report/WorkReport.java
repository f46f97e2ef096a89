package io.migrator.bench.report;

import io.migrator.bench.measure.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one work.
 *
 * @param seconds it took, with all preparations
 * @param failure why it could not be run, or null
 */
public record WorkReport(
        String work,
        double seconds,
        List<Line> lines,
        @Nullable String failure) {

    public WorkReport {
        lines = List.copyOf(lines);
    }
}
