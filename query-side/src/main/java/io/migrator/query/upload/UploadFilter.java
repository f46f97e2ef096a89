package io.migrator.query.upload;

import io.migrator.api.FileStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which uploads of a tenant are listed; what is null does not matter.
 *
 * @param name a part of the file's name, in any case
 * @param after where the page before ended
 */
record UploadFilter(
        String tenant,
        @Nullable FileStatus status,
        @Nullable String fileType,
        @Nullable String name,
        @Nullable UploadPosition after) {

    Specification<FileUploadRow> toSpecification() {
        Specification<FileUploadRow> all = equal("tenant", tenant);
        if (status != null) {
            all = all.and(equal("statusId", status));
        }
        if (fileType != null) {
            all = all.and(equal("fileType", fileType));
        }
        if (name != null) {
            all = all.and(nameContains(name));
        }
        return after == null ? all : all.and(isAfter(after));
    }

    private static Specification<FileUploadRow> equal(String field, Object value) {
        return (upload, query, criteria) -> criteria.equal(upload.get(field), value);
    }

    private static Specification<FileUploadRow> nameContains(String part) {
        String escaped = part.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return (upload, query, criteria) ->
                criteria.like(criteria.lower(upload.get("fileName")), "%" + escaped + "%", '\\');
    }

    /** The first condition alone lets the index begin at the right place. */
    private static Specification<FileUploadRow> isAfter(UploadPosition last) {
        return (upload, query, criteria) -> criteria.and(
                criteria.lessThanOrEqualTo(upload.get("uploadedAt"), last.uploadedAt()),
                criteria.or(
                        criteria.lessThan(upload.get("uploadedAt"), last.uploadedAt()),
                        criteria.lessThan(upload.get("id"), last.id())));
    }
}
