package io.migrator.bench.report;

import io.migrator.bench.machine.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run has measured.
 *
 * @param servers the versions of what was run beside the service
 * @param rows that the works were scaled to
 * @param warmUps of each side before its rounds, not measured; {@code migrate} takes twice as many
 * @param rounds of each side
 */
public record Report(
        Machine machine,
        Map<String, String> servers,
        Instant startedAt,
        int rows,
        int warmUps,
        int rounds,
        List<WorkReport> works) {

    public Report {
        servers = Map.copyOf(servers);
        works = List.copyOf(works);
    }
}
