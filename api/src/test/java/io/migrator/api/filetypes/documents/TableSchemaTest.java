package io.migrator.api.filetypes.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RecordParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of every type against the rules of the standard, and the type's own template against the schema. */
class TableSchemaTest {

    private static final Set<String> CONSTRAINTS =
            Set.of("required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum");
    private static final Set<String> BOUNDED = Set.of("integer", "date", "datetime");

    static Stream<FileTypeSpec> types() {
        return SampleTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaKeepsTheRulesOfTheStandard(FileTypeSpec type) {
        JsonNode schema = json(type);
        List<String> names = schema.get("fields").findValuesAsText("name");

        assertThat(names).isEqualTo(type.header()).doesNotHaveDuplicates();
        assertThat(schema.get("primaryKey")).hasSize(1);
        assertThat(names).contains(schema.get("primaryKey").get(0).asText());
        assertThat(schema.get("missingValues").toString()).isEqualTo("[\"\"]");
        schema.get("fields").forEach(TableSchemaTest::keepsTheRules);
    }

    @Test
    void whatHasToBeThereFirstIsNamed() {
        JsonNode keys = json(types().filter(type -> type.name().equals("RECURRING_PURCHASES"))
                        .findFirst()
                        .orElseThrow())
                .get("foreignKeys");

        assertThat(keys)
                .extracting(key -> key.get("fields").get(0).asText() + " -> "
                        + key.get("reference").get("resource").asText())
                .containsExactly(
                        "CUSTOMER_EXTERNAL_ID -> CUSTOMER_DETAILS", "PAYMENT_METHOD_EXTERNAL_ID -> PAYMENT_METHODS");
    }

    /** Programs compare the text, or its digest. */
    @ParameterizedTest
    @MethodSource("types")
    void whatTheSchemaSaysStandsInAFixedOrder(FileTypeSpec type) {
        JsonNode schema = json(type);

        assertThat(schema.fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "title",
                        "description",
                        "primaryKey",
                        "foreignKeys",
                        "missingValues",
                        "fields",
                        "rules",
                        "generatedFields");
        List<String> known = List.of(
                "name",
                "title",
                "type",
                "trueValues",
                "falseValues",
                "format",
                "description",
                "example",
                "constraints",
                "rules");
        schema.get("fields").forEach(field -> {
            List<String> names = new ArrayList<>();
            field.fieldNames().forEachRemaining(names::add);
            assertThat(known).containsAll(names);
            assertThat(names).isSortedAccordingTo(Comparator.comparing(known::indexOf));
        });
        schema.get("rules")
                .forEach(rule -> assertThat(rule.fieldNames()).toIterable().containsExactly("field", "rule"));
        schema.get("generatedFields")
                .forEach(column -> assertThat(column.fieldNames()).toIterable().containsExactly("name", "description"));
    }

    private static void keepsTheRules(JsonNode field) {
        String type = field.get("type").asText();
        assertThat(type).isIn("string", "integer", "boolean", "date", "datetime");
        assertThat(field.get("title").asText()).isNotBlank();
        assertThat(field.get("description").asText()).isNotBlank();
        JsonNode format = field.path("format");
        assertThat(format.isMissingNode() || formats(type).contains(format.asText()))
                .as("format of %s", field)
                .isTrue();
        assertThat(field.has("trueValues")).isEqualTo(type.equals("boolean"));
        JsonNode constraints = field.get("constraints");
        constraints.fieldNames().forEachRemaining(name -> assertThat(name).isIn(CONSTRAINTS));
        assertThat(constraints.get("required").isBoolean()).isTrue();
        assertThat(constraints.get("unique").isBoolean()).isTrue();
        assertThat(constraints.has("maxLength") || constraints.has("pattern"))
                .as("only texts have a length or a pattern: %s", field)
                .isIn(false, type.equals("string"));
        assertThat(constraints.has("minimum") && !BOUNDED.contains(type)).isFalse();
        assertThat(constraints.path("enum")).doesNotHaveDuplicates();
    }

    private static Set<String> formats(String type) {
        return switch (type) {
            case "string" -> Set.of("default", "email", "uri", "binary", "uuid");
            case "date", "datetime" -> Set.of("default", "any");
            default -> Set.of("default");
        };
    }

    @ParameterizedTest
    @MethodSource("types")
    void theTemplatesRowsKeepTheSchema(FileTypeSpec type) {
        List<List<String>> records =
                new RecordParser().parse(List.of(Template.of(type).split("\r\n")), ',');
        JsonNode fields = json(type).get("fields");
        assertThat(records).hasSize(3);
        for (int i = 0; i < fields.size(); i++) {
            assertThat(SchemaCheck.of(fields.get(i), records.get(1).get(i))).isEmpty();
            assertThat(SchemaCheck.of(fields.get(i), records.get(2).get(i))).isEmpty();
            if (fields.get(i).at("/constraints/unique").asBoolean()) {
                assertThat(records.get(1).get(i)).isNotEqualTo(records.get(2).get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theCheckFindsWhatIsWrong(FileTypeSpec type) {
        List<String> missed = new ArrayList<>();
        json(type).get("fields").forEach(field -> {
            boolean isRestricted = !field.get("type").asText().equals("string")
                    || field.get("constraints").size() > 2
                    || field.has("format");
            if (isRestricted && SchemaCheck.of(field, "\u2603".repeat(6000)).isEmpty()) {
                missed.add(field.get("name").asText());
            }
        });
        // BCP 47 has no pattern of a few words
        missed.remove("LOCALE");
        assertThat(missed).isEmpty();
    }

    private static JsonNode json(FileTypeSpec type) {
        return new ObjectMapper().valueToTree(TableSchema.of(type));
    }
}
