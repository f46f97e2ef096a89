package io.migrator.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.RowKey;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFilesTest {

    private static final FileTypes TYPES = FileTypes.load();
    private static final SampleFiles SAMPLES = SampleFiles.create();

    @Test
    void there_is_one_file_of_each_type() {
        assertThat(SAMPLES.accepted())
                .extracting(SampleFile::fileType)
                .containsExactly(
                        "CUSTOMER_DETAILS",
                        "PAYMENT_METHODS",
                        "CUSTOMER_NOTES",
                        "TICKET_HISTORY",
                        "RECURRING_PURCHASES",
                        "COMMUNICATION_PREFERENCES",
                        "CARD_GATEWAY_MIGRATION");
        assertThat(SAMPLES.accepted())
                .allSatisfy(file -> assertThat(file.rows()).isBetween(150, 1_000));
    }

    @Test
    void they_are_the_same_at_every_run() {
        assertThat(SampleFiles.create()).isEqualTo(SAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void those_to_be_accepted_break_no_rule_in_any_zone(String zone) throws IOException {
        for (SampleFile file : SAMPLES.accepted()) {
            assertThat(violations(file, zone)).as(file.name()).isEmpty();
            assertThat(records(file)).hasSize(file.rows());
        }
    }

    @Test
    void the_one_to_be_rejected_has_the_mistakes_it_says_it_has() throws IOException {
        assertThat(violations(SAMPLES.rejected(), "UTC"))
                .isEqualTo(SAMPLES.rejected().violations());
    }

    @Test
    void the_target_has_reason_to_refuse_what_it_is_expected_to_and_nothing_else() throws IOException {
        Set<String> customers = column(SAMPLES.customers(), "EXTERNAL_ID");
        Map<String, Map<String, String>> methods = new HashMap<>();
        for (Map<String, String> row : rows(SAMPLES.paymentMethods())) {
            methods.put(row.get("EXTERNAL_ID"), row);
        }

        for (SampleFile file : SAMPLES.accepted()) {
            Map<String, Integer> refusals = new TreeMap<>();
            for (Map<String, String> row : rows(file)) {
                String refusal = refusal(file, row, customers, methods);
                if (!refusal.isEmpty()) {
                    refusals.merge(refusal, 1, Integer::sum);
                }
            }
            assertThat(refusals).as(file.name()).isEqualTo(file.refusals());
            assertThat(file.successes() + file.refused()).isEqualTo(file.rows());
        }
        assertThat(SAMPLES.accepted().stream().mapToInt(SampleFile::refused).sum())
                .isPositive();
    }

    @Test
    void they_hold_what_makes_files_hard() {
        String customers = SAMPLES.customers().content();
        assertThat(customers.codePoints().filter(point -> point > 0x3000).count())
                .isPositive();
        assertThat(SAMPLES.others().get(0).content()).contains("\"\"ring back", "\r\n- checked", "ticket", "👍");
    }

    private static String refusal(
            SampleFile file, Map<String, String> row, Set<String> customers, Map<String, Map<String, String>> methods) {
        String customer = row.get("CUSTOMER_EXTERNAL_ID");
        if (customer != null && !customers.contains(customer)) {
            return "TARGET_CUSTOMER_UNKNOWN";
        }
        String key = file.fileType().equals("CARD_GATEWAY_MIGRATION")
                ? row.get("EXTERNAL_ID")
                : row.getOrDefault("PAYMENT_METHOD_EXTERNAL_ID", "");
        if (key.isEmpty()) {
            return "";
        }
        Map<String, String> method = methods.get(key);
        if (method == null || !customer.equals(method.get("CUSTOMER_EXTERNAL_ID"))) {
            return "TARGET_PAYMENT_METHOD_UNKNOWN";
        }
        boolean sameCard = !row.containsKey("OLD_TOKEN")
                || row.get("OLD_TOKEN").equals(method.get("GATEWAY_TOKEN"))
                        && row.get("OLD_GATEWAY").equals(method.get("GATEWAY"))
                        && row.get("CARD_LAST4").equals(method.get("CARD_LAST4"))
                        && row.get("CARD_EXPIRY").equals(method.get("CARD_EXPIRY"));
        return sameCard ? "" : "TARGET_CONFLICT";
    }

    private static Map<String, Integer> violations(SampleFile file, String zone) throws IOException {
        FileTypeSpec spec = TYPES.get(file.fileType());
        RowValidator validator = new RowValidator(spec, 0, new UploadMoment(Instant.now(), ZoneId.of(zone)));
        Map<RowKey, Set<List<String>>> seen = new HashMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (List<String> cells : records(file)) {
            if (cells.size() != spec.header().size()) {
                counts.merge("ROW_FIELD_COUNT", 1, Integer::sum);
                continue;
            }
            for (Violation violation : validator.validate(1, 1, cells.toArray(String[]::new))) {
                counts.merge(violation.code().name(), 1, Integer::sum);
            }
            for (RowKey key : spec.keys()) {
                List<String> values =
                        key.columns().stream().map(validator.cells()::text).toList();
                if (key.concerns().test(validator.cells())
                        && !seen.computeIfAbsent(key, any -> new HashSet<>()).add(values)) {
                    counts.merge(key.code().name(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static List<List<String>> records(SampleFile file) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (var parser = RecordParser.format(',').parse(new StringReader(file.content()))) {
            for (CSVRecord cells : parser) {
                records.add(cells.toList());
            }
        }
        assertThat(records.remove(0)).isEqualTo(TYPES.get(file.fileType()).header());
        return records;
    }

    private static List<Map<String, String>> rows(SampleFile file) throws IOException {
        List<String> header = TYPES.get(file.fileType()).header();
        return records(file).stream()
                .map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    private static Set<String> column(SampleFile file, String column) throws IOException {
        return rows(file).stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }
}
