package io.migrator.query.upload;

import io.migrator.api.Rejection;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.query.page.Page;
import io.migrator.query.projection.Projection;
import io.migrator.query.projection.ProjectionReads;
import io.migrator.query.visibility.EventWaits;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Reads uploads; those of another tenant do not exist. */
@Component
public class Uploads {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "uploadedAt", "id");

    private final FileUploadRows rows;
    private final ProjectionReads reads;
    private final Projection projection;
    private final EventWaits waits;

    Uploads(
            FileUploadRows rows,
            ProjectionReads reads,
            @Qualifier("fileUploadsProjection") Projection projection,
            @Qualifier("fileUploadsWaits") EventWaits waits) {
        this.rows = rows;
        this.reads = reads;
        this.projection = projection;
        this.waits = waits;
    }

    /** The answer to a command: it comes when its event is visible, and is loaded by whoever notices that. */
    @QueryHandler
    CompletableFuture<UploadView> find(FindUpload query) {
        return waits.untilRecorded(query.uploadId(), query.minimumEvent())
                .thenApply(seen -> get(query.tenant(), query.uploadId()).view());
    }

    /**
     * The upload as it is shown now.
     *
     * @throws Rejection {@code UPLOAD_NOT_FOUND} when the tenant has none with this id
     */
    public ShownUpload get(String tenant, UUID id) {
        return reads.read(projection, () -> rows.findByTenantAndId(tenant, id)
                .map(row -> shown(row, rows.findEarlier(id).orElse(null)))
                .orElseThrow(Rejection::uploadNotFound));
    }

    /** The uploads with these ids, whoever's they are; for callers that have checked. */
    public List<ShownUpload> all(Collection<UUID> ids) {
        return reads.read(projection, () -> shown(rows.findAllById(ids)));
    }

    Page<UploadView> page(UploadFilter filter, int limit) {
        List<ShownUpload> found = reads.read(
                projection,
                () -> shown(rows.findBy(
                        filter.toSpecification(),
                        query -> query.sortBy(NEWEST_FIRST).limit(limit + 1).all())));
        return Page.of(found.stream().map(ShownUpload::view).toList(), limit, last -> new UploadPosition(
                        last.uploadedAt(), last.id())
                .toCursor());
    }

    private List<ShownUpload> shown(List<FileUploadRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, UUID> earlier =
                rows.findSameContent(found.stream().map(FileUploadRow::id).toArray(UUID[]::new)).stream()
                        .collect(Collectors.toMap(same -> (UUID) same[0], same -> (UUID) same[1]));
        return found.stream().map(row -> shown(row, earlier.get(row.id()))).toList();
    }

    private static ShownUpload shown(FileUploadRow row, @Nullable UUID sameContentAs) {
        return new ShownUpload(row.toView(sameContentAs), row.dialect(), row.lastEvent());
    }
}
