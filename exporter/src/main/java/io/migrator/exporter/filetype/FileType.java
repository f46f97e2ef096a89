package io.migrator.exporter.filetype;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A type of file that the service takes, as the service describes it (Frictionless Table Schema). Nothing of it is known here
 * beforehand.
 *
 * @param columns in the order of the file
 * @param refersTo other types, whose records have to be there first
 */
public record FileType(String name, List<FileColumn> columns, List<String> refersTo) {

    public FileType {
        columns = List.copyOf(columns);
        refersTo = List.copyOf(refersTo);
    }

    /** What a column takes. */
    public enum ColumnType {
        TEXT,
        INTEGER,
        BOOLEAN,
        DATE,
        TIMESTAMP
    }

    /**
     * A column of a file.
     *
     * @param isRequired whether a row needs a value
     */
    public record FileColumn(String name, ColumnType type, boolean isRequired) {}

    /** @param schema the service's answer */
    public static FileType of(JsonNode schema) {
        List<FileColumn> columns = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            columns.add(new FileColumn(
                    field.path("name").asText(),
                    type(field.path("type").asText()),
                    field.path("constraints").path("required").asBoolean()));
        }
        List<String> refersTo = new ArrayList<>();
        for (JsonNode key : schema.path("foreignKeys")) {
            String resource = key.path("reference").path("resource").asText();
            if (!resource.isEmpty() && !refersTo.contains(resource)) {
                refersTo.add(resource);
            }
        }
        return new FileType(schema.path("name").asText(), columns, refersTo);
    }

    private static ColumnType type(String name) {
        return switch (name) {
            case "integer" -> ColumnType.INTEGER;
            case "boolean" -> ColumnType.BOOLEAN;
            case "date" -> ColumnType.DATE;
            case "datetime" -> ColumnType.TIMESTAMP;
            default -> ColumnType.TEXT;
        };
    }

    /** Where a column stands; empty when there is none of this name. */
    public Optional<FileColumn> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
