package io.migrator.saga.dispatch;

import io.migrator.api.event.RowsStaged;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads one stored chunk of an upload: one row of the event store by its unique key. The event store's own reading would fetch
 * the chunks that follow along with it.
 */
@Component
class StagedChunks {

    private static final String ONE_EVENT = """
            SELECT type, aggregateidentifier, sequencenumber, eventidentifier, timestamp,
                   payloadtype, payloadrevision, payload, metadata
            FROM domainevententry WHERE aggregateidentifier = ? AND sequencenumber = ?
            """;

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final Configuration axon;

    StagedChunks(JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer serializer, Configuration axon) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.axon = axon;
    }

    /**
     * @param sequenceNumber of the chunk's {@link RowsStaged} in the upload's stream
     * @throws IllegalStateException when there is no such event, or it is of another kind
     */
    RowsStaged read(UUID uploadId, long sequenceNumber) {
        List<GenericDomainEventEntry<byte[]>> entries = jdbc.query(
                ONE_EVENT,
                (row, number) -> new GenericDomainEventEntry<>(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBytes(8),
                        row.getBytes(9)),
                uploadId.toString(),
                sequenceNumber);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entries.toArray(GenericDomainEventEntry<?>[]::new)), serializer, axon.upcasterChain())
                .asStream()
                .map(event -> event.getPayload())
                .filter(RowsStaged.class::isInstance)
                .map(RowsStaged.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "upload " + uploadId + " has no chunk of rows at sequence number " + sequenceNumber));
    }
}
