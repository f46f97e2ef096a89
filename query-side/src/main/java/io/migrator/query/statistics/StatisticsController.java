package io.migrator.query.statistics;

import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import io.migrator.query.projection.Projection;
import io.migrator.query.projection.ProjectionReads;
import io.migrator.query.statistics.StatisticsTable.Number;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's numbers. */
@RestController
class StatisticsController {

    private static final Duration DEFAULT_SPAN = Duration.ofDays(7);
    private static final Duration LONGEST_SPAN = Duration.ofDays(93);

    /** Later ones the database cannot take. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final StatisticsTable table;
    private final ProjectionReads reads;
    private final Projection projection;
    private final Clock clock;

    StatisticsController(
            StatisticsTable table,
            ProjectionReads reads,
            @Qualifier("statisticsProjectionTables") Projection projection,
            Clock clock) {
        this.table = table;
        this.reads = reads;
        this.projection = projection;
        this.clock = clock;
    }

    /**
     * @param from begin of the first hour shown
     * @param to end of the last hour shown
     */
    record Statistics(Instant from, Instant to, List<Number> numbers) {}

    /** Numbers per hour, type and code, of the last seven days unless told otherwise; 93 days at most. */
    @GetMapping("/api/v1/statistics")
    Statistics numbers(
            Caller caller,
            @RequestParam(name = "from", required = false) @Nullable Instant from,
            @RequestParam(name = "to", required = false) @Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to.isBefore(Instant.EPOCH) ? Instant.EPOCH : to;
        Instant begin = from == null ? end.minus(DEFAULT_SPAN) : from;
        if (begin.isBefore(Instant.EPOCH)
                || begin.isAfter(end)
                || end.isAfter(LAST)
                || Duration.between(begin, end).compareTo(LONGEST_SPAN) > 0) {
            throw new Rejection(
                    Rejection.Kind.MALFORMED,
                    "SPAN_INVALID",
                    "from lies before to, no more than " + LONGEST_SPAN.toDays()
                            + " days, and both before the year 10000.");
        }
        return new Statistics(begin, end, reads.read(projection, () -> table.find(caller.tenant(), begin, end)));
    }
}
