package io.migrator.api.filetypes.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

/** The parsers of the hot path against the JDK's. */
class NumbersAndDatesTest {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    @Property
    void aNumberFitsWhenItHas64Bits(
            @ForAll @BigRange(min = "-18446744073709551616", max = "18446744073709551616") BigInteger number) {
        String text = number.toString();
        boolean fits = number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0;
        assertThat(WholeNumbers.isSigned(text)).isEqualTo(fits);
        assertThat(WholeNumbers.isUnsigned(text)).isEqualTo(fits && number.signum() >= 0);
        if (fits) {
            assertThat(WholeNumbers.value(text)).isEqualTo(number.longValueExact());
        }
    }

    @Example
    void theLastNumbersThatFitAndTheFirstThatDoNot() {
        assertThat(WholeNumbers.isUnsigned("9223372036854775807")).isTrue();
        assertThat(WholeNumbers.isUnsigned("9223372036854775808")).isFalse();
        assertThat(WholeNumbers.isSigned("-9223372036854775808")).isTrue();
        assertThat(WholeNumbers.isSigned("-9223372036854775809")).isFalse();
        assertThat(WholeNumbers.isUnsigned("0".repeat(30) + "7")).isTrue();
        assertThat(WholeNumbers.isUnsigned("")).isFalse();
        assertThat(WholeNumbers.isSigned("-")).isFalse();
    }

    @Property
    void aDateIsOneWhenTheCalendarHasIt(
            @ForAll @IntRange(min = 0, max = 9999) int year,
            @ForAll @IntRange(min = 0, max = 13) int month,
            @ForAll @IntRange(min = 0, max = 32) int day) {
        String text = "%04d-%02d-%02d".formatted(year, month, day);
        boolean real = year > 0 && isReal(year, month, day);
        assertThat(IsoDates.isDate(text)).isEqualTo(real);
        if (real) {
            assertThat(IsoDates.epochDay(text))
                    .isEqualTo(LocalDate.of(year, month, day).toEpochDay());
        }
    }

    @Property
    void aTimestampIsTheMomentThatTheJdkReads(@ForAll("moments") OffsetDateTime moment) {
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
        assertThat(IsoTimestamps.epochMicros(text))
                .isEqualTo(ChronoUnit.MICROS.between(
                        OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                        moment.truncatedTo(ChronoUnit.MICROS)));
    }

    @Property
    void whatIsTakenAsATimestampTheJdkReadsToo(@ForAll("almostTimestamps") String text) {
        if (IsoTimestamps.isTimestamp(text)) {
            assertThat(OffsetDateTime.parse(text)).isNotNull();
        }
    }

    @Provide
    Arbitrary<OffsetDateTime> moments() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_135_500_000L, 253_402_200_000L),
                        Arbitraries.integers().between(0, 999_999_999),
                        Arbitraries.integers().between(-959, 959))
                .as((second, nano, offset) -> OffsetDateTime.ofInstant(
                        java.time.Instant.ofEpochSecond(second, nano), ZoneOffset.ofTotalSeconds(offset * 60)))
                .filter(moment -> moment.getYear() >= 1 && moment.getYear() <= 9999);
    }

    @Provide
    Arbitrary<String> almostTimestamps() {
        Arbitrary<Character> marks = Arbitraries.of('0', '1', '2', '5', '9', '-', ':', 'T', 'Z', '+', '.', ' ');
        return Combinators.combine(moments(), Arbitraries.integers().between(0, 34), marks, Arbitraries.of(0, 1, 2))
                .as((moment, at, mark, change) -> {
                    StringBuilder text = new StringBuilder(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
                    int position = Math.min(at, text.length() - 1);
                    switch (change) {
                        case 0 -> text.setCharAt(position, mark);
                        case 1 -> text.deleteCharAt(position);
                        default -> text.insert(position, (char) mark);
                    }
                    return text.toString();
                });
    }

    private static boolean isReal(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
