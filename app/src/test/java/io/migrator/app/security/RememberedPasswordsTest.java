package io.migrator.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RememberedPasswordsTest {

    private Instant now = Instant.parse("2031-03-01T10:00:00Z");
    private final RememberedPasswords remembered = new RememberedPasswords(Duration.ofSeconds(60), new SetClock());

    @Test
    void holdsExactlyWhatWasVerified() {
        remembered.remember("ada", "secret");

        assertThat(remembered.holds("ada", "secret")).isTrue();
        assertThat(remembered.holds("ada", "Secret")).isFalse();
        assertThat(remembered.holds("eve", "secret")).isFalse();
    }

    @Test
    void forgetsWhenItsTimeIsOver() {
        remembered.remember("ada", "secret");

        now = now.plusSeconds(59);
        assertThat(remembered.holds("ada", "secret")).isTrue();
        now = now.plusSeconds(1);
        assertThat(remembered.holds("ada", "secret")).isFalse();
    }

    @Test
    void forgetsAtOnceWhenTold() {
        remembered.remember("ada", "secret");
        remembered.forget("ada");

        assertThat(remembered.holds("ada", "secret")).isFalse();
    }

    @Test
    void remembersNothingWhenTheTimeIsZero() {
        RememberedPasswords never = new RememberedPasswords(Duration.ZERO, new SetClock());
        never.remember("ada", "secret");

        assertThat(never.holds("ada", "secret")).isFalse();
    }

    private final class SetClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
