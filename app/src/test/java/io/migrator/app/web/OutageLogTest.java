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
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
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
    void anOutageIsToldInALineOnceAMinute(CapturedOutput output) {
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.DENY);
        assertThat(decide(LOGGER, AWAY)).isEqualTo(FilterReply.DENY);
        assertThat(told(output)).isEqualTo(1);
        assertThat(output)
                .contains("some.processor: something is away: IllegalStateException < SQLTransientConnectionException")
                .doesNotContain("no connection");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        decide(LOGGER, AWAY);
        decide(LOGGER, AWAY);
        assertThat(told(output)).isEqualTo(2);
    }

    @Test
    void everyLoggerTellsOfIt(CapturedOutput output) {
        decide(LOGGER, AWAY);
        decide((Logger) LoggerFactory.getLogger("another.processor"), AWAY);
        assertThat(told(output)).isEqualTo(2);
    }

    @Test
    void aFaultThatWillNotPassIsToldEveryTimeAsItIs(CapturedOutput output) {
        Exception fault = new IllegalStateException("broken");
        assertThat(decide(LOGGER, fault)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(LOGGER, fault)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(told(output)).isZero();
    }

    private static long told(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains("something is away"))
                .count();
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
