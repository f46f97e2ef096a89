package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.command.intake.csv.RecordOffsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstRowsTest {

    @Test
    void itFindsTheFirstRowOfEveryValueAsAMapWould() {
        FirstRows rows = new FirstRows();
        Map<Integer, Integer> expected = new HashMap<>();
        int[] values = new int[200_001];
        Random random = new Random(11);
        for (int row = 1; row <= 200_000; row++) {
            int value = random.nextInt(100_000);
            values[row] = value;
            // Two values share each fingerprint.
            int found = rows.firstWithValue(value / 2, row, earlier -> values[earlier] == value);
            Integer before = expected.putIfAbsent(value, row);
            assertThat(found).isEqualTo(before == null ? 0 : before);
        }
    }

    @Test
    void longRecordsMakeSmallerChunks() {
        RecordOffsets offsets = new RecordOffsets();
        for (int i = 0; i < 100; i++) {
            offsets.add(i * 1_000_000L);
            offsets.lastEndsAt((i + 1) * 1_000_000L);
        }
        assertThat(ChunkPlan.chunkSize(offsets, 1000)).isLessThanOrEqualTo(8).isPositive();
        assertThat(ChunkPlan.chunkSize(offsets, 4)).isEqualTo(4);
    }
}
