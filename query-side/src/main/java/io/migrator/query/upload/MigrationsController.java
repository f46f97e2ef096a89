package io.migrator.query.upload;

import io.migrator.query.projection.Projection;
import io.migrator.query.projection.ProjectionReads;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The running migrations of the whole installation, for operations staff: counts by tenant, nothing of any upload. */
@RestController
class MigrationsController {

    private final FileUploadRows rows;
    private final ProjectionReads reads;
    private final Projection projection;

    MigrationsController(
            FileUploadRows rows, ProjectionReads reads, @Qualifier("fileUploadsProjection") Projection projection) {
        this.rows = rows;
        this.reads = reads;
        this.projection = projection;
    }

    /** Tenants with something running, in the order of their names. */
    @GetMapping("/api/v1/migrations")
    List<RunningMigrations> running() {
        return reads.read(projection, rows::findRunning);
    }
}
