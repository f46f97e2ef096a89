package io.migrator.exporter.filetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.documents.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** The file types as the service tells them, without a service. */
public final class ServiceTypes {

    private ServiceTypes() {}

    /** The answer to {@code GET /api/v1/file-types}. */
    public static JsonNode answer() {
        return new ObjectMapper()
                .valueToTree(
                        FileTypes.load().all().stream().map(TableSchema::of).toList());
    }

    public static List<FileType> all() {
        List<FileType> types = new ArrayList<>();
        answer().forEach(type -> types.add(FileType.of(type)));
        return types;
    }
}
