package io.migrator.query.upload;

import io.migrator.api.CsvDialect;
import io.migrator.api.query.UploadView;
import java.util.Optional;

/**
 * An upload as other features of the query side need it.
 *
 * @param dialect how the file was written; empty for a rejected one
 * @param lastEvent the aggregate sequence number of the last event that the view shows
 */
public record ShownUpload(UploadView view, Optional<CsvDialect> dialect, long lastEvent) {}
