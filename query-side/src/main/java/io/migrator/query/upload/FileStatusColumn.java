package io.migrator.query.upload;

import io.migrator.api.FileStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state as the id of the lookup table {@code file_status}. */
@Converter
final class FileStatusColumn implements AttributeConverter<FileStatus, Short> {

    private static final Map<Integer, FileStatus> BY_ID =
            Stream.of(FileStatus.values()).collect(Collectors.toMap(FileStatus::id, Function.identity()));

    @Override
    public Short convertToDatabaseColumn(FileStatus status) {
        return (short) status.id();
    }

    @Override
    public FileStatus convertToEntityAttribute(Short id) {
        FileStatus status = BY_ID.get(id.intValue());
        if (status == null) {
            throw new IllegalStateException("file_status " + id + " is not known to this version");
        }
        return status;
    }
}
