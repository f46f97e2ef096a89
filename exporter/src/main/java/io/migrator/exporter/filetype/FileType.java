package io.migrator.exporter.filetype;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of file that the service takes, as the service describes it (Frictionless Table Schema). Nothing of it is known here
 * beforehand.
 *
 * @param description in a few words
 * @param columns in the order of the file
 * @param refersTo other types, whose records have to be there first
 */
public record FileType(String name, String description, List<FileColumn> columns, List<String> refersTo) {

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
     * @param description in a few words
     * @param allowed the only values that it takes; empty when others are fine too
     * @param example of a value; may be empty
     * @param refersTo the type whose external id it holds; empty when it holds none
     */
    public record FileColumn(
            String name,
            ColumnType type,
            boolean isRequired,
            String description,
            List<String> allowed,
            String example,
            String refersTo) {

        public FileColumn {
            allowed = List.copyOf(allowed);
        }
    }

    /** @param schema the service's answer */
    public static FileType of(JsonNode schema) {
        Map<String, String> references = new LinkedHashMap<>();
        for (JsonNode key : schema.path("foreignKeys")) {
            String resource = key.path("reference").path("resource").asText();
            if (!resource.isEmpty()) {
                key.path("fields").forEach(field -> references.put(field.asText(), resource));
            }
        }
        List<FileColumn> columns = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            List<String> allowed = new ArrayList<>();
            field.path("constraints").path("enum").forEach(value -> allowed.add(value.asText()));
            columns.add(new FileColumn(
                    field.path("name").asText(),
                    type(field.path("type").asText()),
                    field.path("constraints").path("required").asBoolean(),
                    field.path("description").asText(""),
                    allowed,
                    field.path("example").asText(""),
                    references.getOrDefault(field.path("name").asText(), "")));
        }
        return new FileType(
                schema.path("name").asText(),
                schema.path("description").asText(""),
                columns,
                references.values().stream().distinct().toList());
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
