package io.migrator.app.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps an outage from filling the log: of the faults that say that something is away, each logger tells one of a kind a minute, with
 * its stack trace, and not those that follow. While a database is away, every processor tries again every few seconds. Safe to use
 * from any thread.
 */
@Component
final class OutageLog extends TurboFilter implements DisposableBean {

    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    OutageLog(Clock clock) {
        this.clock = clock;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.addTurboFilter(this);
            start();
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable fault) {
        Throwable thrown = fault == null ? lastOf(parameters) : fault;
        boolean isToldAgain = thrown != null
                && level.isGreaterOrEqual(Level.WARN)
                && Outage.isBehind(thrown)
                && !isFirst(logger.getName() + " " + thrown.getClass().getName());
        return isToldAgain ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static @Nullable Throwable lastOf(Object @Nullable [] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable fault
                ? fault
                : null;
    }

    /** There are as many kinds as places in the code that tell of outages. */
    private boolean isFirst(String kind) {
        Instant now = clock.instant();
        Instant before = told.get(kind);
        if (before != null && before.plus(ONCE_IN).isAfter(now)) {
            return false;
        }
        return before == null ? told.putIfAbsent(kind, now) == null : told.replace(kind, before, now);
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getTurboFilterList().remove(this);
        }
    }
}
