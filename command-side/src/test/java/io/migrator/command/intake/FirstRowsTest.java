package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FirstRowsTest {

    /** How well, or badly, values are told apart before they are compared. */
    private enum Quality {
        EVEN(value -> value * 0x9E3779B97F4A7C15L),
        SMALL_NUMBERS(value -> value),
        PAIRS(value -> value / 2),
        FOUR_BITS(value -> value & 15),
        UPPER_HALF_ONLY(value -> (long) value << 32),
        LOWER_HALF_ONLY(value -> value & 0xFFL),
        CONSTANT(value -> 7),
        ZERO(value -> 0);

        private final IntToLongFunction fingerprint;

        Quality(IntToLongFunction fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    @Property(tries = 300)
    void itFindsTheFirstRowOfEveryValueAsAMapWould(@ForAll("values") List<Integer> values, @ForAll Quality quality) {
        assertThat(firstRows(values, quality)).isEqualTo(firstRowsByMap(values));
    }

    @Test
    void aFullTableStillFindsEveryFirstRow() {
        List<Integer> values = new Random(11).ints(300_000, 0, 200_000).boxed().toList();
        assertThat(firstRows(values, Quality.PAIRS)).isEqualTo(firstRowsByMap(values));
        List<Integer> distinct =
                new Random(12).ints().distinct().limit(300_000).boxed().toList();
        assertThat(firstRows(distinct, Quality.EVEN)).containsOnly(0).hasSize(300_000);
    }

    @Test
    void anEarlierRowIsComparedOnlyWhenItsFingerprintIsTheSame() {
        FirstRows rows = new FirstRows(100_000);
        for (int row = 1; row <= 100_000; row++) {
            int found = rows.firstWithValue(new Random(row).nextLong(), row, earlier -> {
                throw new AssertionError("other fingerprints were compared");
            });
            assertThat(found).isZero();
        }
    }

    @Test
    void fiveMillionRowsTakeLessThan54MegabytesForEachKey() {
        assertThat(FirstRows.bytes(5_000_000)).isLessThan(54_000_000);
    }

    @Provide
    static Arbitrary<List<Integer>> values() {
        return Arbitraries.integers()
                .between(1, 1000)
                .flatMap(
                        range -> Arbitraries.integers().between(0, range).list().ofMaxSize(1500));
    }

    private static List<Integer> firstRows(List<Integer> values, Quality quality) {
        FirstRows rows = new FirstRows(values.size());
        List<Integer> found = new ArrayList<>();
        for (int row = 1; row <= values.size(); row++) {
            int value = values.get(row - 1);
            found.add(rows.firstWithValue(
                    quality.fingerprint.applyAsLong(value), row, earlier -> values.get(earlier - 1) == value));
        }
        return found;
    }

    private static List<Integer> firstRowsByMap(List<Integer> values) {
        Map<Integer, Integer> first = new HashMap<>();
        List<Integer> found = new ArrayList<>();
        for (int row = 1; row <= values.size(); row++) {
            Integer before = first.putIfAbsent(values.get(row - 1), row);
            found.add(before == null ? 0 : before);
        }
        return found;
    }
}
