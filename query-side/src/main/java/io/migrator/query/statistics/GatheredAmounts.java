package io.migrator.query.statistics;

import io.migrator.query.projection.Gathering;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Amounts of one transaction, summed up and added to {@code statistics} by its last statement: files of an hour add to the same few
 * numbers. For the thread of the transaction.
 */
final class GatheredAmounts implements TransactionSynchronization {

    private final JdbcTemplate jdbc;
    private final Map<Key, Long> amounts = new TreeMap<>();

    private GatheredAmounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The primary key; statements go through the table in its order. */
    private record Key(String tenant, Instant hour, String fileType, String measure, String code)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::tenant)
                .thenComparing(Key::hour)
                .thenComparing(Key::fileType)
                .thenComparing(Key::measure)
                .thenComparing(Key::code);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Those of the transaction that runs. */
    static GatheredAmounts current(JdbcTemplate jdbc) {
        return Gathering.current(GatheredAmounts.class, () -> new GatheredAmounts(jdbc));
    }

    void add(String tenant, Instant at, String fileType, Measure measure, String code, long amount) {
        Key key = new Key(tenant, at.truncatedTo(ChronoUnit.HOURS), fileType, measure.name(), code);
        amounts.merge(key, amount, Long::sum);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        jdbc.update(
                """
                insert into statistics as s (tenant, hour, file_type, measure, code, amount)
                select * from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                on conflict (tenant, hour, file_type, measure, code)
                    do update set amount = s.amount + excluded.amount""",
                column(Key::tenant),
                column(key -> key.hour().toString()),
                column(Key::fileType),
                column(Key::measure),
                column(Key::code),
                amounts.values().toArray(Long[]::new));
    }

    private String[] column(Function<Key, String> value) {
        return amounts.keySet().stream().map(value).toArray(String[]::new);
    }
}
