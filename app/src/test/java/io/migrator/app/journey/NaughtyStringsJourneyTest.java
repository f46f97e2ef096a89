package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.ColumnType;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every naughty string goes through every column of free text of every type, keys included: one row for each string, which
 * stands in all of the row's columns that can take its length. What reaches the target's tables, and what is downloaded, is
 * what was sent.
 */
class NaughtyStringsJourneyTest {

    /** The target's table of each type, in an order in which what is referred to comes first. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    /** Where the target keeps a column under another name. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("NEW_GATEWAY", "gateway", "NEW_TOKEN", "gateway_token", "OLD_GATEWAY", "", "OLD_TOKEN", "");

    /** Cells that a rule between columns or rows wants to be so. */
    private static final Map<String, String> FIXED = Map.of("EMAIL", "", "MOBILE", "+61412345678", "COUNTRY", "NZ");

    private static final int LONGEST_KEY = 100;

    static {
        TABLES.put("CUSTOMER_DETAILS", "customers");
        TABLES.put("CUSTOMER_NOTES", "customer_notes");
        TABLES.put("PAYMENT_METHODS", "payment_methods");
        TABLES.put("TICKET_HISTORY", "tickets");
        TABLES.put("RECURRING_PURCHASES", "recurring_purchases");
        TABLES.put("COMMUNICATION_PREFERENCES", "communication_preferences");
        TABLES.put("CARD_GATEWAY_MIGRATION", "payment_methods");
    }

    private final Installation installation = Installation.get();
    private final Operator gus = installation.gus();
    private final FileTypes types = FileTypes.load();
    private final List<String> strings;

    NaughtyStringsJourneyTest() throws IOException {
        NaughtyStrings naughty = new NaughtyStrings();
        strings = naughty.taken();
        assertThat(strings).hasSize(511 - naughty.refused().size());
        assertThat(naughty.refused()).hasSize(1);
    }

    @Test
    void everyStringArrivesAsItWasSentAndComesBack() {
        assertThat(TABLES.keySet())
                .allMatch(name -> types.find(name).isPresent())
                .hasSize(7);
        TABLES.forEach((name, table) -> {
            FileTypeSpec type = types.get(name);
            List<List<String>> rows = IntStream.range(0, strings.size())
                    .mapToObj(number -> row(type, number))
                    .toList();
            migrate(type, rows);
            arrived(type, table, rows);
        });
    }

    private void migrate(FileTypeSpec type, List<List<String>> rows) {
        List<String> records =
                rows.stream().map(NaughtyStringsJourneyTest::record).toList();
        String csv = String.join(",", type.header()) + "\r\n" + String.join("\r\n", records) + "\r\n";
        String id = gus.upload(csv, type.name() + ".csv");
        gus.start(id);
        JsonNode upload = gus.awaitEnd(id);
        assertThat(upload.path("counts").path("success").asInt())
                .as(() -> gus.download(id, "error"))
                .isEqualTo(rows.size());

        List<String> downloaded = CsvLines.records(gus.download(id, "all"));
        assertThat(downloaded).hasSize(rows.size() + 1);
        for (int i = 0; i < records.size(); i++) {
            assertThat(downloaded.get(i + 1)).startsWith(records.get(i) + ",");
        }
    }

    private void arrived(FileTypeSpec type, String table, List<List<String>> rows) {
        List<ColumnSpec> stored = type.columns().stream()
                .filter(NaughtyStringsJourneyTest::isFreeText)
                .filter(column -> !name(column).isEmpty())
                .toList();
        assertThat(stored).hasSizeGreaterThanOrEqualTo(3);
        Map<String, Map<String, Object>> found = new HashMap<>();
        String columns = stored.stream().map(NaughtyStringsJourneyTest::name).collect(Collectors.joining(", "));
        installation
                .jdbc()
                .queryForList("SELECT " + columns + " FROM crm." + table + " WHERE tenant = 'globex'")
                .forEach(row -> found.put(String.valueOf(row.get("external_id")), row));
        for (List<String> row : rows) {
            Map<String, Object> kept = found.get(row.get(type.positions().get(FileTypeSpec.EXTERNAL_ID)));
            assertThat(kept).isNotNull();
            for (ColumnSpec column : stored) {
                assertThat(kept.get(name(column)))
                        .as(type + "." + column.name())
                        .isEqualTo(row.get(type.positions().get(column.name())));
            }
        }
    }

    private List<String> row(FileTypeSpec type, int number) {
        return type.columns().stream().map(column -> cell(column, number)).toList();
    }

    private String cell(ColumnSpec column, int number) {
        if (!isFreeText(column)) {
            return FIXED.getOrDefault(column.name(), column.examples().get(0));
        }
        // The new gateway has to be another one than the old.
        boolean isNew = column.name().startsWith("NEW_");
        String text = strings.get((number + (isNew ? 1 : 0)) % strings.size());
        // What refers to another record can be no longer than that one's key.
        int longest = column.name().endsWith(FileTypeSpec.EXTERNAL_ID) ? LONGEST_KEY : column.maxLength();
        boolean fits = text.codePointCount(0, text.length()) <= longest;
        return fits ? text : String.valueOf(number);
    }

    private static boolean isFreeText(ColumnSpec column) {
        return column.type() == ColumnType.STRING && column.rules().isEmpty();
    }

    private static String name(ColumnSpec column) {
        return OTHER_NAMES.getOrDefault(column.name(), column.name().toLowerCase(Locale.ROOT));
    }

    private static String record(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
