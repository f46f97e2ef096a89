package io.migrator.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.migrator.api.CsvDialect;
import io.migrator.api.RowCounts;
import io.migrator.api.RowNumbers;
import io.migrator.api.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was stored once must be readable for ever: each event in each of its revisions stands as JSON under {@code events/}. A test
 * that fails here asks for a new revision and an upcaster, never for another JSON.
 */
class StoredEventsTest {

    private static final UUID ID = UUID.fromString("6f1f1c1e-0000-4000-8000-00000000000a");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final RowCounts COUNTS = new RowCounts(1, 2, 3, 4);
    private static final Sealed CONTENT = Sealed.of(new byte[] {1, 2, 3});
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static Stream<FileUploadEvent> events() {
        return Stream.of(
                new FileUploadRegistered(
                        ID,
                        "acme",
                        "c.csv",
                        "CUSTOMER_DETAILS",
                        CsvDialect.RFC_4180,
                        2500,
                        1000,
                        123_456,
                        "ab12",
                        1,
                        "ann",
                        AT),
                new FileUploadRejected(
                        ID,
                        "acme",
                        "c.csv",
                        null,
                        7,
                        new TreeMap<>(Map.of("CELL_TYPE", 2L, "CELL_REQUIRED", 1L)),
                        99,
                        "ab12",
                        "ann",
                        AT),
                new RowsStaged(ID, 1, 1001, 1000, CONTENT),
                new StagingCompleted(ID, COUNTS, AT),
                new StagingAbandoned(ID, "STAGING_INTERRUPTED", AT),
                new MigrationStarted(ID, "acme", 1, 1_772_359_200_123L, 2500, "bob", AT),
                new MigrationResumed(ID, "acme", 1, 1_772_359_200_123L, 3, COUNTS, "bob", AT),
                new FailedRowsRetried(ID, "acme", 2, 1_772_359_200_123L, 4, COUNTS, "bob", AT),
                new RowsDispatchRequested(
                        ID,
                        "acme",
                        "CUSTOMER_DETAILS",
                        ',',
                        1,
                        1_772_359_200_123L,
                        1,
                        2,
                        1001,
                        RowNumbers.parse("1001-1998,2000"),
                        500),
                new RowsDispatched(ID, 1, 1, RowNumbers.range(1001, 2000), COUNTS, AT),
                new RowOutcomesRecorded(ID, 1, RowNumbers.of(1001, 1003), RowNumbers.of(1002), 3, COUNTS, CONTENT, AT),
                new MigrationCompleted(ID, 1, COUNTS, AT),
                new MigrationStopped(ID, 1, StopReason.STALLED, COUNTS, AT),
                new MigrationCancelled(ID, 1, COUNTS, "bob", AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void itsStoredFormIsRead(FileUploadEvent event) throws IOException {
        assertThat(JSON.treeToValue(stored(event), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void itIsWrittenInItsStoredForm(FileUploadEvent event) throws IOException {
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(stored(event));
    }

    @Test
    void theFirstFormOfARegisteredUploadIsReadAsUtf8() throws IOException {
        FileUploadEvent now = events().findFirst().orElseThrow();
        assertThat(JSON.treeToValue(stored("FileUploadRegistered-1.json"), now.getClass()))
                .isEqualTo(now);
    }

    @Test
    void noEventIsLeftOut() {
        List<Class<?>> known = events().<Class<?>>map(Object::getClass).toList();
        assertThat(known).containsExactlyInAnyOrder(FileUploadEvent.class.getPermittedSubclasses());
    }

    private static JsonNode stored(FileUploadEvent event) throws IOException {
        String name = event.getClass().getSimpleName() + "-"
                + event.getClass().getAnnotation(Revision.class).value() + ".json";
        return stored(name);
    }

    private static JsonNode stored(String name) throws IOException {
        try (InputStream resource = StoredEventsTest.class.getResourceAsStream("/events/" + name)) {
            assertThat(resource).as(name).isNotNull();
            return JSON.readTree(resource);
        }
    }
}
