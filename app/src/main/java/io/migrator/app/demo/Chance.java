package io.migrator.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Choices that look random and are the same at every run. Times lie before a fixed moment that has passed, so that files stay
 * valid on whatever day they are uploaded.
 */
final class Chance {

    /** Everything in the samples has happened before. */
    static final Instant LATEST = Instant.parse("2025-06-30T12:00:00Z");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** True in so many of a hundred cases. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A moment in the days before {@link #LATEST}. */
    Instant momentInLast(int days) {
        return LATEST.minus(Duration.ofSeconds(random.nextInt(days * 86_400)));
    }

    /** A day in these years. */
    LocalDate dayIn(int firstYear, int lastYear) {
        return LocalDate.ofYearDay(between(firstYear, lastYear), between(1, 365));
    }

    /** So many digits. */
    String digits(int count) {
        return letters("0123456789", count);
    }

    /** A gateway's token. Letters only: a long number in it would be taken for a card's. */
    String token(String prefix) {
        return prefix + letters("abcdefghijklmnopqrstuvwxyz", 24);
    }

    private String letters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
