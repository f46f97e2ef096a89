package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.command.intake.idempotency.IdempotencyKeys;
import io.migrator.command.intake.idempotency.KeyRetention;
import io.migrator.command.intake.spool.SpoolFolder;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the intake together. Its properties switch off the servlet container's own reading of forms, which would put every file
 * on disk once more, before this code sees it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeSettings.class, ZoneSettings.class})
@PropertySource("classpath:io/migrator/command/intake/intake.properties")
class IntakeConfiguration {

    @Bean
    SpoolFolder spoolFolder(IntakeSettings settings) {
        return new SpoolFolder(settings.spoolFolder());
    }

    @Bean
    ViolationStore violationStore(JdbcTemplate jdbc) {
        return new ViolationStore(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(
            JdbcTemplate jdbc, JsonMapper json, TransactionManager transactions, IntakeSettings settings, Clock clock) {
        KeyRetention retention =
                new KeyRetention(settings.idempotencyRetention(), settings.violationRetention(), clock);
        return new IdempotencyKeys(jdbc, json, transactions, settings.claimDuration(), retention);
    }

    @Bean
    ClaimRenewal claimRenewal(IdempotencyKeys keys, IntakeSettings settings) {
        return new ClaimRenewal(keys, settings);
    }

    @Bean
    Retention intakeRetention(ViolationStore store, IdempotencyKeys keys, IntakeSettings settings, Clock clock) {
        return new Retention(store, keys, settings, clock);
    }

    @Bean
    IntakeMemory intakeMemory(IntakeSettings settings) {
        return new IntakeMemory(settings.memoryBytes(), settings.queueTimeout());
    }

    @Bean
    WorkAhead workAhead() {
        return new WorkAhead(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    FileInspection fileInspection(FileTypes types, IntakeSettings settings, ZoneSettings zone, WorkAhead threads) {
        return new FileInspection(new HeaderDetection(types), settings, zone, threads);
    }

    @Bean
    FileIntake fileIntake(
            FileInspection inspection,
            IntakeMemory memory,
            WorkAhead threads,
            RowCodec codec,
            ViolationStore store,
            IntakeSettings settings,
            Clock clock) {
        return new FileIntake(inspection, memory, threads, codec, store, settings, clock);
    }

    @Bean
    FileReception fileReception(SpoolFolder spool, IdempotencyKeys keys, FileIntake intake, CommandGateway commands) {
        return new FileReception(spool, keys, intake, commands);
    }

    @Bean
    UploadAnswers uploadAnswers(QueryGateway queries, ViolationStore violations, RowCodec codec, JsonMapper json) {
        return new UploadAnswers(queries, violations, codec, json);
    }
}
