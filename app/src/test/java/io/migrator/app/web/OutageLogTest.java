package io.migrator.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("some.processor");
    private static final Exception AWAY =
            new IllegalStateException(new SQLTransientConnectionException("no connection"));

    private final Minutes clock = new Minutes();
    private final OutageLog log = new OutageLog(clock);

    @AfterEach
    void remove() {
        log.destroy();
    }

    @Test
    void anOutageIsToldOnceAMinute() {
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.DENY);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void everyLoggerTellsOfIt() {
        decide(LOGGER, AWAY);
        assertThat(decide((Logger) LoggerFactory.getLogger("another.processor"), AWAY))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void aFaultThatWillNotPassIsToldEveryTime() {
        Exception fault = new IllegalStateException("broken");
        decide(LOGGER, fault);
        assertThat(decide(LOGGER, fault)).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decide(Logger logger, Exception fault) {
        return log.decide(null, logger, Level.WARN, "it failed", null, fault);
    }

    private static final class Minutes extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
