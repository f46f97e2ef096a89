package io.migrator.query.upload;

import java.util.Collection;
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

    @Query("select u.id, u.lastEvent from FileUploadRow u where u.id in :ids")
    List<Object[]> findLastEvents(Collection<UUID> ids);
}
