package io.migrator.exporter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
