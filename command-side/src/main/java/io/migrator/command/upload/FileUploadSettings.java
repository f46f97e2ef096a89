package io.migrator.command.upload;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads are kept at hand.
 *
 * @param cachedUploads how many uploads stay in memory; one of a million rows takes at most 400 KiB
 * @param snapshotInterval events of an upload between two snapshots
 */
@Validated
@ConfigurationProperties("migrator.upload")
record FileUploadSettings(
        @Min(1) @DefaultValue("500") int cachedUploads,
        @Min(1) @DefaultValue("50") int snapshotInterval) {}
