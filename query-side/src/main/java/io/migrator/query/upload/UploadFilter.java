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
            all = all.and(isStorable(fileType) ? equal("fileType", fileType) : nothing());
        }
        if (name != null) {
            all = all.and(isStorable(name) ? nameContains(name) : nothing());
        }
        return after == null ? all : all.and(isAfter(after));
    }

    /** U+0000 is in no text of the database, which refuses even to compare with it. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0;
    }

    private static Specification<FileUploadRow> nothing() {
        return (upload, query, criteria) -> criteria.disjunction();
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
