package io.migrator.command.upload;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrator.api.CsvDialect;
import io.migrator.api.Sealed;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.filetypes.RowCodec;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One node's command side on a database that it may share with others. */
final class Node implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final Configuration axon;

    Node(String database) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database);
        pool.setMaximumPoolSize(4);
        dataSource = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        axon = start();
    }

    private Configuration start() {
        TransactionManager transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        Serializer serializer = JacksonSerializer.builder()
                .objectMapper(new CBORMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS))
                .revisionResolver(new AnnotationRevisionResolver())
                .build();
        return DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(c -> transactions)
                .configureSerializer(c -> serializer)
                .configureEmbeddedEventStore(c -> JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                                new SpringDataSourceConnectionProvider(dataSource)))
                        .transactionManager(transactions)
                        .batchSize(20)
                        .build())
                .registerComponent(Clock.class, c -> Clock.systemUTC())
                .registerComponent(RowCodec.class, c -> new RowCodec())
                .configureAggregate(AggregateConfigurer.defaultConfiguration(FileUpload.class)
                        .configureRepository(this::repository))
                .start();
    }

    private FileUploadRepository repository(Configuration configuration) {
        EventStore events = configuration.eventStore();
        RecentUploads cache = new RecentUploads(100);
        EventSourcingRepository.Builder<FileUpload> builder = EventSourcingRepository.builder(FileUpload.class)
                .eventStore(events)
                .lockFactory(new UploadLocks(jdbc()))
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .cache(cache);
        return new FileUploadRepository(builder, cache, events, 50);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    <R> R send(Object command) {
        return axon.commandGateway().sendAndWait(command);
    }

    /** Stores a ready file of so many chunks of a thousand rows, each with the given content. */
    UUID readyFile(int chunks, Sealed content) {
        UUID id = UUID.randomUUID();
        int rows = chunks * 1000;
        send(new RegisterFileUpload(
                id, "acme", "c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, rows, 1000, 99, "abc", 0, "ann"));
        for (int chunk = 0; chunk < chunks; chunk++) {
            send(new StageRows(id, chunk, chunk * 1000 + 1, 1000, content));
        }
        send(new CompleteStaging(id));
        return id;
    }

    @Override
    public void close() {
        axon.shutdown();
        dataSource.close();
    }
}
