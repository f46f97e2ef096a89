package io.migrator.exporter.command;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How fast rows go, and when the last one will have gone. For one thread at a time. */
final class Pace {

    private static final double NANOS = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private final LongSupplier nanos;
    private final long begun;
    private final long rows;

    /** @param rows in all, about */
    Pace(long rows, LongSupplier nanos) {
        this.rows = rows;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    long rows() {
        return rows;
    }

    long perSecond(long done) {
        return Math.round(done / Math.max(0.001, (nanos.getAsLong() - begun) / NANOS));
    }

    long secondsLeft(long done) {
        return (long) Math.ceil((double) Math.max(0, rows - done) / Math.max(1, perSecond(done)));
    }

    /** Of seconds, for people. */
    static String text(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / HOUR, seconds % HOUR / MINUTE);
    }
}
