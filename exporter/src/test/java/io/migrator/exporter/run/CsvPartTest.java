package io.migrator.exporter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPartTest {

    private static final List<String> HEADER = List.of("EXTERNAL_ID", "NAME", "NOTE");

    @TempDir
    private Path directory;

    @Test
    void everyCellComesBackAsItWas() throws Exception {
        List<String[]> rows = List.of(
                new String[] {"plain", "a", ""},
                new String[] {"marks", "a,b", "say \"so\""},
                new String[] {"lines", "a\nb", "a\r\nb"},
                new String[] {"spaces", " a", "a\t"},
                new String[] {"letters", "Zoë", "株式会社 \uD83D\uDE00"},
                new String[] {"both", "Zoë, \"株\"", " "},
                new String[] {"long", "x".repeat(5_000), "é".repeat(5_000)});
        Path file = directory.resolve("part.csv");
        try (CsvPart part = new CsvPart(file, HEADER)) {
            rows.forEach(part::add);
        }

        try (Reader reader = Files.newBufferedReader(file)) {
            List<CSVRecord> records = CSVFormat.RFC4180.parse(reader).getRecords();
            assertThat(records).hasSize(rows.size() + 1);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(records.get(i + 1).toList()).containsExactly(rows.get(i));
            }
        }
    }

    /** Against the rule, cell by cell, each between two others so that what stands around it is seen too. */
    @Test
    void everyCellIsQuotedWhenItNeedsItAndOnlyThen() throws Exception {
        List<String> cells = new ArrayList<>();
        for (int letter = 0; letter < 0x180; letter++) {
            String one = String.valueOf((char) letter);
            cells.addAll(List.of(one, "a" + one, one + "a", "a" + one + "a"));
        }
        cells.addAll(List.of(
                "", "?", "a?é", "株?", "?株", "\uD83D\uDE00", "a\uD83D", "\uDE00,", "\u2028", "\u012c", "\u0122"));
        Path file = directory.resolve("part.csv");
        StringBuilder expected = new StringBuilder("EXTERNAL_ID,NAME,NOTE\r\n");
        try (CsvPart part = new CsvPart(file, HEADER)) {
            for (String cell : cells) {
                part.add(new String[] {"1", cell, "2"});
                expected.append("1,").append(quoted(cell)).append(",2\r\n");
            }
        }

        assertThat(Files.readAllBytes(file)).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        boolean isBlankAtAnEnd = !cell.isEmpty() && (cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ');
        boolean hasMark = cell.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return isBlankAtAnEnd || hasMark ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void whatIsLeftOutIsGoneAndNothingElse() throws Exception {
        Path file = directory.resolve("part.csv");
        CsvPart part = new CsvPart(file, HEADER);
        part.add(new String[] {"1", "Zoë", ""});
        part.add(new String[] {"2", "a\nb", "株"});
        part.add(new String[] {"3", "c", "\"\""});
        part.close();

        CsvPart rest = part.without(Set.of(2), directory.resolve("rest.csv"), HEADER);

        assertThat(Files.readString(rest.file(), StandardCharsets.UTF_8))
                .isEqualTo("EXTERNAL_ID,NAME,NOTE\r\n1,Zoë,\r\n3,c,\"\"\"\"\"\"\r\n");
        assertThat(rest.externalId(2)).isEqualTo("3");
    }
}
