package io.migrator.query.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LastSeenTest {

    @Test
    void only_the_uploads_seen_last_are_known() {
        LastSeen seen = new LastSeen(2);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        seen.put(first, 1);
        seen.put(second, 1);
        seen.put(first, 2);
        seen.put(third, 1);
        assertThat(seen.of(first)).contains(2L);
        assertThat(seen.of(second)).isEmpty();
        assertThat(seen.of(third)).contains(1L);
    }
}
