package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.documents.Template;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowValidatorTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Pattern REPEATED = Pattern.compile("<(\\d+) x ([^>]+)>");
    private static final FileTypes TYPES = FileTypes.load();

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyRowIsJudgedAsTheListSays(String example) {
        String[] parts = example.split(" \\| ", -1);
        FileTypeSpec type = TYPES.get(parts[0].strip());
        String[] cells = examples(type, Integer.parseInt(parts[1].strip()) - 1);
        for (String change : parts[2].split(";")) {
            int equals = change.indexOf('=');
            cells[type.positions().get(change.substring(0, equals).strip())] = cell(change.substring(equals + 1));
        }
        List<String> found = validate(type, cells).stream()
                .map(violation -> violation.column() + ":" + violation.code())
                .toList();
        String expected = parts[3].strip();
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        expected.equals("valid") ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void everyLengthLimitAndEveryConditionHasAnExampleThatBreaksIt() throws IOException {
        Set<String> broken = rows().filter(row -> !row.endsWith("valid"))
                .map(row -> row.split(" \\| ", -1))
                .flatMap(parts -> Arrays.stream(parts[3].strip().split(" ")).map(found -> parts[0] + " " + found))
                .collect(Collectors.toSet());
        for (FileTypeSpec type : TYPES.all()) {
            for (ColumnSpec column : type.columns()) {
                boolean isCommon =
                        column.name().equals("EXTERNAL_ID") || column.name().equals("CUSTOMER_EXTERNAL_ID");
                if (column.maxLength() != ColumnSpec.UNLIMITED && !isCommon) {
                    assertThat(broken).contains(type.name() + " " + column.name() + ":CELL_LENGTH");
                }
            }
            type.conditions().forEach(rule -> assertThat(broken)
                    .contains(type.name() + " " + rule.column() + ":CELL_CONDITION"));
        }
    }

    @Test
    void noRequiredCellMayBeEmpty() {
        for (FileTypeSpec type : TYPES.all()) {
            for (int i = 0; i < type.columns().size(); i++) {
                String[] cells = examples(type, 0);
                cells[i] = "";
                ColumnSpec column = type.columns().get(i);
                boolean isMissed = validate(type, cells).stream()
                        .anyMatch(violation -> violation.code() == ViolationCode.CELL_REQUIRED
                                && column.name().equals(violation.column()));
                assertThat(isMissed).as(type + "." + column.name()).isEqualTo(column.required());
            }
        }
    }

    @Test
    void everyTemplatesRowsAreValid() {
        for (FileTypeSpec type : TYPES.all()) {
            List<List<String>> parsed = new RecordParser().parse(records(Template.of(type)), ',');
            assertThat(parsed).as(type.name()).hasSize(3);
            assertThat(parsed.get(0)).isEqualTo(type.header());
            for (List<String> record : parsed.subList(1, 3)) {
                assertThat(validate(type, record.toArray(String[]::new)))
                        .as(type.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void aViolationShowsItsValueCutAndSaysWhatToDo() {
        FileTypeSpec type = TYPES.get("CUSTOMER_DETAILS");
        String[] cells = examples(type, 0);
        cells[type.positions().get("FIRST_NAME")] = "😀".repeat(50);
        cells[type.positions().get("ACCOUNT_STATUS")] = "actve";
        List<Violation> found = validate(type, cells);

        assertThat(found.get(0))
                .isEqualTo(new Violation(
                        3,
                        9,
                        "FIRST_NAME",
                        ViolationCode.CELL_LENGTH,
                        "Shorten the text to 44 characters; it has 50.",
                        "😀".repeat(40)));
        assertThat(found.get(1).message()).isEqualTo("Use one of ACTIVE, LOCKED or DEACTIVATED. Did you mean ACTIVE?");
        assertThat(found.get(1).value()).isEqualTo("actve");
    }

    @Test
    void noCardNumberAndNoTokenIsShownWhateverIsWrong() {
        FileTypeSpec type = TYPES.get("PAYMENT_METHODS");
        String[] cells = examples(type, 0);
        cells[type.positions().get("GATEWAY_TOKEN")] = "tok_" + "s".repeat(300) + "9999";
        cells[type.positions().get("CARD_LAST4")] = "4111 1111 1111 1111";
        List<Violation> found = validate(type, cells);

        assertThat(found)
                .extracting(Violation::code, Violation::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ViolationCode.CELL_LENGTH, "********9999"),
                        org.assertj.core.groups.Tuple.tuple(ViolationCode.CELL_CARD_NUMBER, "**** **** **** 1111"),
                        org.assertj.core.groups.Tuple.tuple(ViolationCode.CELL_FORMAT, "**** **** **** 1111"));
    }

    @Test
    void aDayEndsInTheZoneOfTheInstallation() {
        FileTypeSpec type = TYPES.get("TICKET_HISTORY");
        String[] cells = examples(type, 0);
        cells[type.positions().get("DRAW_DATE")] = "2024-02-28";
        cells[type.positions().get("PURCHASED_AT")] = "2024-02-28T13:30:00Z";
        UploadMoment sydney = new UploadMoment(NOW, ZoneId.of("Australia/Sydney"));

        assertThat(validate(type, cells)).isEmpty();
        assertThat(new RowValidator(type, 0, sydney).validate(1, 2, cells))
                .extracting(Violation::code)
                .containsExactly(ViolationCode.CELL_CONDITION);
    }

    @Test
    void someoneComesOfAgeOnTheDayOfTheInstallation() {
        FileTypeSpec type = TYPES.get("CUSTOMER_DETAILS");
        String[] cells = examples(type, 0);
        cells[type.positions().get("DATE_OF_BIRTH")] = "2008-06-16";
        UploadMoment auckland = new UploadMoment(Instant.parse("2026-06-15T12:30:00Z"), ZoneId.of("Pacific/Auckland"));

        assertThat(new RowValidator(type, 0, auckland).validate(1, 2, cells)).isEmpty();
    }

    private static List<Violation> validate(FileTypeSpec type, String[] cells) {
        return new RowValidator(type, 0, new UploadMoment(NOW, ZoneOffset.UTC)).validate(3, 9, cells);
    }

    private static String[] examples(FileTypeSpec type, int row) {
        return type.columns().stream().map(column -> column.examples().get(row)).toArray(String[]::new);
    }

    private static String cell(String text) {
        String cell = text.replace("<empty>", "")
                .replace("<blank>", " \t ")
                .replace("<NUL>", "\0")
                .replace("\\n", "\n");
        return REPEATED.matcher(cell)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static List<String> records(String csv) {
        return Arrays.stream(csv.split("\r\n")).toList();
    }

    private static Stream<String> rows() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RowValidatorTest.class.getResourceAsStream("rows.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }
}
