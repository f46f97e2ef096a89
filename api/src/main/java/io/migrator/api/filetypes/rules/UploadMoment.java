package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.IsoDates;
import io.migrator.api.filetypes.cells.IsoTimestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment of an upload, for rules that speak of now and today, and the zone in which its days begin and end. */
public final class UploadMoment {

    private final ZoneId zone;
    private final LocalDate today;
    private final long micros;

    /**
     * @param now when the file came
     * @param zone in which "today" and the end of a day are meant
     */
    public UploadMoment(Instant now, ZoneId zone) {
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.micros = micros(now);
    }

    /** The day of the upload. */
    public LocalDate today() {
        return today;
    }

    /** Whether the day of the upload is so many years after the day, which has to be one, or later. */
    boolean isYearsAfter(int years, String day) {
        LocalDate latest = today.minusYears(years);
        // Compared as numbers: making the text of a date for every row was 3 % of the time a file took.
        int year = number(day, 0, 4);
        if (year != latest.getYear()) {
            return year < latest.getYear();
        }
        int monthAndDay = 100 * number(day, 5, 7) + number(day, 8, IsoDates.LENGTH);
        return monthAndDay <= 100 * latest.getMonthValue() + latest.getDayOfMonth();
    }

    /** Whether the timestamp, which has to be one, is later than the upload. */
    public boolean isBefore(String timestamp) {
        return IsoTimestamps.epochMicros(timestamp) > micros;
    }

    /** Whether the timestamp lies after the end of the day; both have to be what they are called. */
    public boolean isAfterDay(String timestamp, String day) {
        LocalDate next = LocalDate.of(number(day, 0, 4), number(day, 5, 7), number(day, 8, IsoDates.LENGTH))
                .plusDays(1);
        return IsoTimestamps.epochMicros(timestamp)
                >= micros(next.atStartOfDay(zone).toInstant());
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
