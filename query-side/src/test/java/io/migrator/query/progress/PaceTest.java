package io.migrator.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final Pace pace = new Pace(Duration.ofSeconds(10));

    @Test
    void nothing_is_known_from_one_moment() {
        pace.observe(BEGIN, 100);
        assertThat(pace.rowsPerSecond()).isEmpty();
    }

    @Test
    void what_happened_before_the_window_does_not_count() {
        pace.observe(BEGIN, 0);
        pace.observe(BEGIN.plusSeconds(5), 50_000);
        pace.observe(BEGIN.plusSeconds(12), 50_070);
        pace.observe(BEGIN.plusSeconds(15), 50_100);
        assertThat(pace.rowsPerSecond()).hasValue(10);
    }

    @Test
    void a_new_attempt_is_measured_anew() {
        pace.observe(BEGIN, 1000);
        pace.observe(BEGIN.plusSeconds(1), 900);
        assertThat(pace.rowsPerSecond()).isEmpty();
        pace.observe(BEGIN.plusSeconds(2), 925);
        assertThat(pace.rowsPerSecond()).hasValue(25);
    }
}
