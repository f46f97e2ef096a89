package io.migrator.api.filetypes.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often what is no card number is taken for one, in bulk, always over the same texts. */
class CardNumberAlarmsTest {

    private static final int TEXTS = 200_000;
    private static final int UUIDS = 3_000_000;

    /** What the columns of the file types hold; none of it may ever be taken for a card number. */
    enum Harmless {
        LOTTERY_LINES(chance -> IntStream.range(0, 1 + chance.nextInt(8))
                .mapToObj(line -> line(chance))
                .collect(Collectors.joining("|"))),
        LOTTERY_LINES_IN_A_NOTE(
                chance -> "Played " + line(chance) + " and " + line(chance).replace('-', ' ') + "."),
        TICKET_IDS(chance -> "T-" + digits(chance, 6) + "-" + digits(chance, 6)),
        DRAWS(chance -> "POWERBALL_AU " + (1000 + chance.nextInt(9000)) + " " + digits(chance, 10)),
        E164(chance -> "+" + (1 + chance.nextInt(99)) + digits(chance, 6 + chance.nextInt(5))),
        LOCAL_PHONES(chance -> "04" + digits(chance, 2) + " " + digits(chance, 3) + " " + digits(chance, 3)),
        TWO_PHONES(chance -> "+61 4" + digits(chance, 2) + " " + digits(chance, 3) + " " + digits(chance, 3) + ", 02 "
                + digits(chance, 4) + " " + digits(chance, 4)),
        TIMESTAMPS(chance -> Instant.ofEpochSecond(Math.floorMod(chance.nextLong(), 2_000_000_000L))
                .toString()),
        LOCAL_TIMESTAMPS(chance -> DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS XXX")
                .format(Instant.ofEpochMilli(Math.floorMod(chance.nextLong(), 2_000_000_000_000L))
                        .atOffset(ZoneOffset.ofHours(10)))),
        EPOCH_MILLIS(chance -> Long.toString(1_000_000_000_000L + Math.floorMod(chance.nextLong(), 900_000_000_000L))),
        AMOUNTS(chance ->
                "$" + digits(chance, 3) + "," + digits(chance, 3) + "," + digits(chance, 3) + "." + digits(chance, 2)),
        BANK_ACCOUNTS(chance -> digits(chance, 3) + "-" + digits(chance, 3) + " " + digits(chance, 9)),
        ADDRESSES(
                chance -> "Unit " + chance.nextInt(99) + ", " + chance.nextInt(999) + " High St, " + digits(chance, 4));

        private final Function<Random, String> text;

        Harmless(Function<Random, String> text) {
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheColumnsHoldIsNeverTakenForACardNumber(Harmless kind) {
        Random chance = new Random(20_260_615);
        String alarm = "";
        for (int i = 0; i < TEXTS; i++) {
            String text = kind.text.apply(chance);
            alarm = CardNumbers.isIn(text) ? text : alarm;
        }

        assertThat(alarm).isEmpty();
    }

    /** Their groups of four hexadecimal digits happen to be decimal ones with an issuer and a right check digit, 15 in a million. */
    @Test
    void aUuidIsNeverTakenForOne() {
        Random chance = new Random(20_260_615);

        assertThat(alarms(UUIDS, () -> new UUID(chance.nextLong(), chance.nextLong()).toString()))
                .isZero();
    }

    /** Nothing tells these from card numbers but issuer and check digit; one in ten passes the latter, whatever the former. */
    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18, 19})
    void aSolidRandomNumberIsTakenForOneInAFewOfAHundredCases(int length, TestReporter reporter) {
        Random chance = new Random(20_260_615);

        long alarms = alarms(TEXTS, () -> digits(chance, length));

        reporter.publishEntry(length + " random digits", "%.2f %%".formatted(100.0 * alarms / TEXTS));
        assertThat(alarms).isPositive().isLessThan(TEXTS * 4 / 100);
    }

    private static long alarms(int count, Supplier<String> texts) {
        return IntStream.range(0, count)
                .filter(i -> CardNumbers.isIn(texts.get()))
                .count();
    }

    private static String line(Random chance) {
        return IntStream.range(0, 5 + chance.nextInt(3))
                .mapToObj(i -> Integer.toString(1 + chance.nextInt(45)))
                .collect(Collectors.joining("-"));
    }

    private static String digits(Random chance, int count) {
        return chance.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }
}
