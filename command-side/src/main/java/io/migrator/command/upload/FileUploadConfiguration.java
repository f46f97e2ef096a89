package io.migrator.command.upload;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the repository of {@link FileUpload} together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileUploadSettings.class)
class FileUploadConfiguration {

    /** A snapshot of other fields is not read: the upload is then built from its events once more. */
    @Bean
    SnapshotFilter snapshotFilter() {
        return RevisionSnapshotFilter.builder()
                .type(FileUpload.TYPE)
                .revision(FileUpload.REVISION)
                .build();
    }

    @Bean(FileUploadRepository.BEAN_NAME)
    FileUploadRepository fileUploadRepository(
            EventStore eventStore,
            JdbcTemplate jdbc,
            ParameterResolverFactory parameterResolverFactory,
            HandlerDefinition handlerDefinition,
            FileUploadSettings settings) {
        Cache cache = new RecentUploads(settings.cachedUploads());
        EventSourcingRepository.Builder<FileUpload> builder = EventSourcingRepository.builder(FileUpload.class)
                .eventStore(eventStore)
                .lockFactory(new UploadLocks(jdbc))
                .parameterResolverFactory(parameterResolverFactory)
                .handlerDefinition(handlerDefinition)
                .cache(cache);
        return new FileUploadRepository(builder, cache, eventStore, settings.snapshotInterval());
    }
}
