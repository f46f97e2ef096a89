package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.command.intake.csv.RecordOffsets;
import org.junit.jupiter.api.Test;

class ChunkPlanTest {

    @Test
    void longRecordsMakeSmallerChunks() {
        RecordOffsets offsets = new RecordOffsets(100);
        for (int i = 0; i < 100; i++) {
            offsets.add(i * 1_000_000L);
            offsets.lastEndsAt((i + 1) * 1_000_000L);
        }
        assertThat(ChunkPlan.chunkSize(offsets, 1000)).isLessThanOrEqualTo(2).isPositive();
        assertThat(ChunkPlan.chunkSize(offsets, 1)).isEqualTo(1);
    }

    @Test
    void whatLiesBetweenRecordsDoesNotCount() {
        RecordOffsets offsets = new RecordOffsets(100);
        for (int i = 0; i < 100; i++) {
            offsets.add(i * 1_000_000L);
            offsets.lastEndsAt(i * 1_000_000L + 100);
        }
        assertThat(ChunkPlan.chunkSize(offsets, 1000)).isEqualTo(1000);
    }
}
