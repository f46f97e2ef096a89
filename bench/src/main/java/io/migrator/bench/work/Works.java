package io.migrator.bench.work;

import java.util.List;

/** All works, in the order in which they are run. */
public final class Works {

    /** The works. */
    public static final List<Work> ALL = List.of(
            new TakingIn(),
            new Migrating(),
            new KafkaEdges(),
            new Rejecting(),
            new Scaling(),
            new FinishedFile(),
            new SmallFiles(),
            new Exporting(),
            new HeapUse());

    private Works() {}

    /** The names of all. */
    public static List<String> ids() {
        return ALL.stream().flatMap(work -> work.ids().stream()).toList();
    }
}
