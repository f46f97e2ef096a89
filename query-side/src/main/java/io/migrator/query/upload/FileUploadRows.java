package io.migrator.query.upload;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The table {@code file_uploads}. */
interface FileUploadRows extends JpaRepository<FileUploadRow, UUID>, JpaSpecificationExecutor<FileUploadRow> {

    Optional<FileUploadRow> findByTenantAndId(String tenant, UUID id);

    @Modifying
    @NativeQuery("truncate file_uploads")
    void empty();

    /**
     * Of uploads, those that an earlier one of the tenant equals, each with the first such: one probe of the index per upload. A
     * file that was not read to its end has no hash that says anything.
     */
    @NativeQuery("""
            select * from (
                select u.id as id, (
                    select e.id from file_uploads e
                    where e.tenant = u.tenant and e.sha256 = u.sha256
                        and (e.uploaded_at, e.id) < (u.uploaded_at, u.id)
                        and (u.status_id = 2 or e.status_id not in (2, 8))
                        and not jsonb_exists_any(e.violation_counts, array['FILE_TOO_LARGE', 'FILE_ARCHIVE', 'FILE_ARCHIVE_RATIO'])
                    order by e.uploaded_at, e.id limit 1) as earlier
                from file_uploads u where u.id = any(:ids)) found
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
