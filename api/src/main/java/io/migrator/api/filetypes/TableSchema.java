package io.migrator.api.filetypes;

import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file type in the words of Frictionless Table Schema, for programs that write such files. What Table Schema has no word for
 * stands in properties of its own: {@code name}, {@code title}, {@code rules}, {@code generatedFields}.
 */
public final class TableSchema {

    private TableSchema() {}

    /** The description as plain maps and lists, ready to be written as JSON. */
    public static Map<String, Object> of(FileTypeSpec type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("name", type.name());
        schema.put("title", type.title());
        schema.put("description", type.description());
        schema.put("primaryKey", List.of(FileTypeSpec.EXTERNAL_ID));
        schema.put("missingValues", List.of(""));
        schema.put("fields", type.columns().stream().map(TableSchema::field).toList());
        schema.put("rules", rules(type));
        schema.put(
                "generatedFields",
                Arrays.stream(GeneratedColumn.values())
                        .map(column -> Map.of("name", column.name(), "description", column.description()))
                        .toList());
        return schema;
    }

    private static Map<String, Object> field(ColumnSpec column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.type().tableSchemaType());
        field.put("description", column.description());
        field.put("example", column.examples().get(0));
        field.put("constraints", constraints(column));
        if (!column.rules().isEmpty()) {
            field.put(
                    "rules",
                    column.rules().stream().map(rule -> rule.description()).toList());
        }
        return field;
    }

    private static Map<String, Object> constraints(ColumnSpec column) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        constraints.put("required", column.required());
        constraints.put("unique", column.unique());
        if (column.maxLength() != ColumnSpec.UNLIMITED) {
            constraints.put("maxLength", column.maxLength());
        }
        if (column.type() == ColumnType.UINT) {
            constraints.put("minimum", 0L);
        }
        column.rules().forEach(rule -> constraints.putAll(rule.constraints()));
        return constraints;
    }

    private static List<Map<String, String>> rules(FileTypeSpec type) {
        return Stream.concat(
                        type.conditions().stream().map(TableSchema::rule),
                        type.keys().stream().map(TableSchema::rule))
                .toList();
    }

    private static Map<String, String> rule(RowCondition condition) {
        return Map.of("field", condition.column(), "rule", condition.advice());
    }

    private static Map<String, String> rule(RowKey key) {
        return Map.of("field", key.column(), "rule", key.name());
    }
}
