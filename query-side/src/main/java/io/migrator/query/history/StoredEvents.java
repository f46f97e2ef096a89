package io.migrator.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads single events of an upload by their numbers, in the present form of their class (upcasters included). The event store's
 * own interface reads a stream from some event on, in blocks; an event may hold 150 KB.
 */
@Component
public class StoredEvents {

    private static final String SELECT = """
            select type, aggregateidentifier, sequencenumber, eventidentifier, timestamp, payloadtype, payloadrevision,
                payload, metadata
            from domainevententry where aggregateidentifier = ? and\s""";

    /** Events in memory at a time. */
    private static final int FETCH_SIZE = 8;

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final Configuration axon;

    StoredEvents(DataSource dataSource, @Qualifier("eventSerializer") Serializer serializer, Configuration axon) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH_SIZE);
        this.serializer = serializer;
        this.axon = axon;
    }

    /** Turns each of the events after {@code after} (-1 = from the first) into what the caller keeps of it. */
    @Transactional(readOnly = true) // the driver fetches in blocks only within a transaction
    public <T> List<T> after(UUID uploadId, long after, int limit, Function<DomainEventMessage<?>, T> keep) {
        return query(SELECT + "sequencenumber > ? order by sequencenumber limit ?", keep, uploadId, after, limit);
    }

    /** Turns each event of these numbers into what the caller keeps of it. */
    @Transactional(readOnly = true)
    public <T> List<T> numbered(UUID uploadId, Collection<Long> numbers, Function<DomainEventMessage<?>, T> keep) {
        return query(SELECT + "sequencenumber = any(?) order by sequencenumber", keep, uploadId, (Object)
                numbers.toArray(Long[]::new));
    }

    private <T> List<T> query(String sql, Function<DomainEventMessage<?>, T> keep, UUID uploadId, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(uploadId.toString()), Stream.of(arguments))
                .toArray();
        return jdbc.query(sql, (row, i) -> read(entry(row)).map(keep).toList(), all).stream()
                .flatMap(List::stream)
                .toList();
    }

    private Stream<DomainEventMessage<?>> read(GenericDomainEventEntry<byte[]> entry) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, axon.upcasterChain())
                .asStream()
                .map(event -> (DomainEventMessage<?>) event);
    }

    private static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("type"),
                row.getString("aggregateidentifier"),
                row.getLong("sequencenumber"),
                row.getString("eventidentifier"),
                row.getString("timestamp"),
                row.getString("payloadtype"),
                row.getString("payloadrevision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }
}
