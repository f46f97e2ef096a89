package io.migrator.query.upload;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** Reads the table {@code file_uploads}; {@link FileUploadTable} writes it. */
interface FileUploadRows extends JpaRepository<FileUploadRow, UUID>, JpaSpecificationExecutor<FileUploadRow> {

    /** Of an upload {@code u}. A file that was not read to its end has no hash that says anything. */
    String EARLIER = """
            (select e.id from file_uploads e
                where e.tenant = u.tenant and e.sha256 = u.sha256
                    and (e.uploaded_at, e.id) < (u.uploaded_at, u.id)
                    and (u.status_id = 2 or e.status_id not in (2, 8))
                    and not jsonb_exists_any(e.violation_counts, array['FILE_TOO_LARGE', 'FILE_ARCHIVE', 'FILE_ARCHIVE_RATIO'])
                order by e.uploaded_at, e.id limit 1)""";

    Optional<FileUploadRow> findByTenantAndId(String tenant, UUID id);

    /** The first earlier one of the tenant that the upload equals: one probe of the index. */
    @NativeQuery("select " + EARLIER + " from file_uploads u where u.id = :id")
    Optional<UUID> findEarlier(UUID id);

    /**
     * Of uploads, those that an earlier one equals, each with the first such. PostgreSQL plans for an array anew each time, and not
     * for a single id.
     */
    @NativeQuery("select * from (select u.id as id, " + EARLIER + """
             as earlier from file_uploads u where u.id = any(:ids)) found
            where earlier is not null""")
    List<Object[]> findSameContent(UUID... ids);

    /** What runs, in the order of the tenants' names. */
    @Query("""
            select new io.migrator.query.upload.RunningMigrations(
                u.tenant, count(u), sum(u.counts.ready), sum(u.counts.pending))
            from FileUploadRow u where u.statusId = io.migrator.api.FileStatus.MIGRATE_FILE_INPROGRESS
            group by u.tenant order by u.tenant""")
    List<RunningMigrations> findRunning();
}
