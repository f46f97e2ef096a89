package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Repeated values in whole files, against a map, whatever the fingerprints are worth. */
class DuplicatesTest {

    /** One row: which key, mailbox and customer id it has; 0 = none, where it may be empty. */
    private record Row(int key, int mailbox, int customerId) {

        static Row of(int number) {
            return new Row(number % 40 + 1, number / 40 % 12, number / 480 % 6);
        }

        String text(int number) {
            String base = Rows.customer(number)
                    .replace(
                            "C-" + number + ",",
                            (number % 2 == 0 ? "\"C\"\"" + key + "\"" : "\"C\"\"" + key + "\" ") + ",")
                    .replace("c" + number + "@example.com,", mailbox == 0 ? "," : "m" + mailbox + "@example.com,")
                    .replace(",,\"Unit", ",+6141234567" + number % 10 + ",\"Unit");
            return base + "," + (customerId == 0 ? "" : customerId);
        }
    }

    private enum Quality {
        SEEDED(Fingerprint.seeded()),
        FOUR_BITS(values -> values[0].hashCode() & 15),
        CONSTANT(values -> 1);

        private final Fingerprint fingerprint;

        Quality(Fingerprint fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    @Property(tries = 100)
    void everyRepeatedValueNamesTheFirstRowThatHasItAndNoOtherIsReported(
            @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 2879) Integer> numbers, @ForAll Quality quality)
            throws Exception {
        List<Row> rows = numbers.stream().map(Row::of).toList();
        StringBuilder text = new StringBuilder(Rows.CUSTOMER_HEADER).append(",PBJ_CUSTOMER_ID\n");
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).text(i + 1)).append(i % 7 == 0 ? "\n\n" : "\r\n");
        }
        Path folder = Files.createTempDirectory("duplicates");
        try (Reading reading = Reading.of(folder, text.toString(), quality.fingerprint)) {
            assertThat(reading.violations())
                    .allSatisfy(violation -> assertThat(violation.code()).isEqualTo(ViolationCode.CELL_NOT_UNIQUE))
                    .extracting(DuplicatesTest::told)
                    .containsExactlyElementsOf(expected(rows));
        } finally {
            Files.delete(folder);
        }
    }

    private static String told(Violation violation) {
        return violation.row() + " " + violation.column() + " "
                + violation.message().replaceAll("^Row (\\d+) has it already\\..*", "$1");
    }

    private static List<String> expected(List<Row> rows) {
        Map<String, Integer> first = new HashMap<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            note(first, expected, i + 1, "EXTERNAL_ID", row.key());
            note(first, expected, i + 1, "EMAIL", row.mailbox());
            note(first, expected, i + 1, "PBJ_CUSTOMER_ID", row.customerId());
        }
        return expected;
    }

    private static void note(Map<String, Integer> first, List<String> expected, int row, String column, int value) {
        Integer earlier = value == 0 ? null : first.putIfAbsent(column + value, row);
        if (earlier != null) {
            expected.add(row + " " + column + " " + earlier);
        }
    }
}
