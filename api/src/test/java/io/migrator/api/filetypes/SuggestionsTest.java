package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a violation's sentence offers beside the rule: the right writing where it can be told, and nothing where it would be a guess. */
class SuggestionsTest {

    private static final FileTypes TYPES = FileTypes.load();
    private static final UploadMoment NOW = new UploadMoment(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    private static Stream<String> cells() throws IOException {
        try (var list = Objects.requireNonNull(SuggestionsTest.class.getResourceAsStream("suggestions.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void aSuggestionIsMadeAsTheListSays(String example) {
        String[] parts = example.split(" \\| ", 4);
        String[] given = parts[2].split(" ; ", 2);
        FileTypeSpec type = TYPES.get(parts[0]);
        String[] cells = examples(type);
        cells[type.positions().get(parts[1])] = given[0];
        if (given.length == 2) {
            for (String other : given[1].split(";")) {
                cells[type.positions().get(other.substring(0, other.indexOf('=')))] =
                        other.substring(other.indexOf('=') + 1);
            }
        }

        List<Violation> found = validate(type, cells).stream()
                .filter(violation -> parts[1].equals(violation.column()))
                .toList();

        Violation last = found.get(found.size() - 1);
        String advice = adviceAlone(type, parts[1], last);
        assertThat(last.message()).startsWith(advice);
        String offered = last.message().substring(advice.length()).strip();
        assertThat(offered).isEqualTo(parts[3].equals("-") ? "" : parts[3]);
    }

    /** A text for which nothing can be suggested gets the advice alone. */
    private static String adviceAlone(FileTypeSpec type, String column, Violation violation) {
        String[] cells = examples(type);
        cells[type.positions().get(column)] = "@ ? ~ ! \u2603";
        return validate(type, cells).stream()
                .filter(found -> column.equals(found.column()) && found.code() == violation.code())
                .map(Violation::message)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsSecretIsNotOfferedEither() {
        FileTypeSpec type = FileTypeSpec.named("SECRETS")
                .column(Column.string("EXTERNAL_ID")
                        .required()
                        .describedAs("Key")
                        .examples("1", "2"))
                .column(Column.string("PIN")
                        .oneOf("SECRET")
                        .secret()
                        .describedAs("Pin")
                        .examples("SECRET", ""))
                .build();

        List<Violation> found = validate(type, new String[] {"1", "secret"});

        assertThat(found).extracting(Violation::message).containsExactly("Use one of SECRET.");
    }

    @Test
    void aLongTextIsNotLookedAt() {
        FileTypeSpec type = TYPES.get("CUSTOMER_DETAILS");
        String[] cells = examples(type);
        cells[type.positions().get("ACCOUNT_STATUS")] = "ACTIVE" + " ".repeat(100_000);

        assertThat(validate(type, cells)).extracting(Violation::message).allMatch(text -> !text.contains("mean"));
    }

    private static List<Violation> validate(FileTypeSpec type, String[] cells) {
        return new RowValidator(type, 0, NOW).validate(1, 2, cells);
    }

    private static String[] examples(FileTypeSpec type) {
        return type.columns().stream().map(column -> column.examples().get(0)).toArray(String[]::new);
    }
}
