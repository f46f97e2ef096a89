package io.migrator.exporter.report;

import io.migrator.exporter.store.OpenBlock;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import io.migrator.exporter.store.TypeFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The account of a run.
 *
 * @param refusals by file type
 * @param vanished external ids of rows that the source had no more, by file type
 * @param imbalances what does not add up; empty for a sound run
 * @param open blocks that were begun and are not finished
 * @param abandoned uploads that lead to nothing: sent before a crash, from a source that has changed since
 */
public record RunReport(
        Run run,
        List<TypeFigures> types,
        Map<String, List<RefusedRow>> refusals,
        Map<String, List<String>> vanished,
        List<String> imbalances,
        List<OpenBlock> open,
        List<String> abandoned) {

    /** The account as it stands, also of a run that goes on. */
    public static RunReport of(RunStore store, Run run) {
        List<TypeFigures> types = store.account().figures(run.number());
        Map<String, List<RefusedRow>> refusals = new LinkedHashMap<>();
        types.forEach(type -> refusals.put(type.fileType(), store.account().refusals(run.number(), type.fileType())));
        Map<String, List<String>> vanished = new LinkedHashMap<>();
        types.forEach(type -> vanished.put(type.fileType(), store.account().vanished(run.number(), type.fileType())));
        List<String> imbalances = new ArrayList<>();
        if (run.endedAt().isPresent()) {
            types.forEach(
                    type -> imbalances.addAll(type.imbalances(run.options().migrates())));
        }
        return new RunReport(
                run,
                types,
                refusals,
                vanished,
                imbalances,
                store.account().open(run.number()),
                store.account().abandoned(run.number()));
    }

    /** Whether every row that was read is where it should be. */
    public boolean isClean() {
        return imbalances.isEmpty()
                && types.stream().allMatch(type -> type.unmapped() + type.refused() + type.error() == 0);
    }
}
