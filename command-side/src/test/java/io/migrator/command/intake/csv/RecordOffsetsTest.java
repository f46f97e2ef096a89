package io.migrator.command.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordOffsetsTest {

    /** Between two records there may be any number of blank lines, also several times four gigabytes of them. */
    @Property(tries = 300)
    void everyRowIsWhereItWasPut(
            @ForAll @Size(max = 200) List<@LongRange(max = 9_000_000_000L) Long> gaps,
            @ForAll @IntRange(max = Integer.MAX_VALUE) int length) {
        RecordOffsets offsets = new RecordOffsets(gaps.size());
        List<Long> starts = new ArrayList<>();
        long end = 0;
        for (long gap : gaps) {
            long start = end + gap;
            starts.add(start);
            offsets.add(start);
            end = start + length;
            offsets.lastEndsAt(end);
        }
        assertThat(offsets.rows()).isEqualTo(gaps.size());
        for (int row = 1; row <= gaps.size(); row++) {
            assertThat(offsets.start(row)).isEqualTo(starts.get(row - 1));
            assertThat(offsets.length(row)).isEqualTo(length);
            assertThat(offsets.end(row)).isEqualTo(starts.get(row - 1) + length);
        }
    }

    @Test
    void aRowTakesEightBytes() {
        assertThat(RecordOffsets.bytes(5_000_000)).isEqualTo(40_000_000);
    }
}
