package io.migrator.api.filetypes.documents;

import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.ColumnType;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.rules.CellRule;
import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file type in the words of Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/), for programs that
 * write such files. What Table Schema has no word for stands in properties of its own: {@code name}, {@code title},
 * {@code rules}, {@code generatedFields}.
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
        schema.put("foreignKeys", foreignKeys(type));
        schema.put("missingValues", List.of(""));
        schema.put("fields", type.columns().stream().map(TableSchema::field).toList());
        schema.put("rules", rules(type));
        schema.put(
                "generatedFields",
                Arrays.stream(GeneratedColumn.values())
                        .map(column -> ordered("name", column.name(), "description", column.description()))
                        .toList());
        return schema;
    }

    /** Which other types' records have to be there first. */
    private static List<Map<String, Object>> foreignKeys(FileTypeSpec type) {
        return type.columns().stream()
                .filter(column -> !column.refersTo().isEmpty())
                .map(column -> TableSchema.<Object>ordered(
                        "fields",
                        List.of(column.name()),
                        "reference",
                        ordered("resource", column.refersTo(), "fields", List.of(FileTypeSpec.EXTERNAL_ID))))
                .toList();
    }

    private static Map<String, Object> field(ColumnSpec column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("title", Wording.title(column));
        field.put("type", column.type().tableSchemaType());
        field.putAll(writing(column));
        field.put("description", column.description());
        field.put("example", example(column));
        field.put("constraints", constraints(column));
        if (!column.rules().isEmpty()) {
            field.put(
                    "rules", column.rules().stream().map(CellRule::description).toList());
        }
        return field;
    }

    /** How the values are written, where it is not the way that Table Schema expects anyhow. */
    private static Map<String, Object> writing(ColumnSpec column) {
        return switch (column.type()) {
            case BOOL ->
                ordered(
                        "trueValues",
                        List.of("true", "True", "TRUE"),
                        "falseValues",
                        List.of("false", "False", "FALSE"));
            case DATE -> Map.of("format", "default");
            // The default is in UTC; here a moment may have any offset.
            case TIMESTAMP -> Map.of("format", "any");
            default ->
                column.rules().stream()
                        .map(CellRule::tableSchemaFormat)
                        .filter(format -> !format.isEmpty())
                        .findFirst()
                        .<Map<String, Object>>map(format -> Map.of("format", format))
                        .orElse(Map.of());
        };
    }

    private static String example(ColumnSpec column) {
        return column.examples().stream()
                .filter(example -> !example.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> constraints(ColumnSpec column) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        constraints.put("required", column.required());
        constraints.put("unique", column.unique());
        if (column.maxLength() != ColumnSpec.UNLIMITED) {
            constraints.put("maxLength", column.maxLength());
        }
        if (column.type() == ColumnType.UINT || column.type() == ColumnType.CENTS) {
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
        return ordered("field", condition.column(), "rule", condition.advice());
    }

    private static Map<String, String> rule(RowKey key) {
        return ordered("field", key.column(), "rule", key.name());
    }

    /** In this order at every start, so that the text of a schema stays the same as long as the type does. */
    private static <T> Map<String, T> ordered(String first, T firstValue, String second, T secondValue) {
        Map<String, T> ordered = new LinkedHashMap<>();
        ordered.put(first, firstValue);
        ordered.put(second, secondValue);
        return ordered;
    }
}
