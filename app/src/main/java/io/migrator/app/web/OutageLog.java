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
 * Keeps an outage from filling the log. A fault that says that something is away becomes one line with the kinds of its causes: where
 * it was met says nothing, and its text may hold content. Each logger tells one of a kind a minute, as every processor tries again
 * every few seconds. Safe to use from any thread.
 */
@Component
final class OutageLog extends TurboFilter implements DisposableBean {

    private static final org.slf4j.Logger log = LoggerFactory.getLogger(OutageLog.class);
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
        if (thrown == null || !level.isGreaterOrEqual(Level.WARN) || !Outage.isBehind(thrown)) {
            return FilterReply.NEUTRAL;
        }
        if (isFirst(logger.getName() + " " + thrown.getClass().getName())) {
            log.warn("{}: something is away: {}", logger.getName(), Outage.kinds(thrown));
        }
        return FilterReply.DENY;
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
