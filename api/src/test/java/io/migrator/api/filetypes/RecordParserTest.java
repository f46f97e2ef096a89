package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RecordParserTest {

    private final RecordParser parser = new RecordParser();

    @Property
    void recordsAreTakenApartAsTheCsvParserDoes(
            @ForAll("tables") List<List<String>> table, @ForAll("delimiters") char delimiter) throws IOException {
        List<String> records =
                table.stream().map(cells -> record(cells, delimiter)).toList();

        assertThat(parser.parse(records, delimiter)).isEqualTo(parsedAsOneFile(records, delimiter));
    }

    @Test
    void plainAndQuotedRecordsKeepTheirOrder() {
        assertThat(parser.parse(List.of("a,b", "\"c,\"\"\n\",d", ",", "\"\",e"), ','))
                .containsExactly(List.of("a", "b"), List.of("c,\"\n", "d"), List.of("", ""), List.of("", "e"));
    }

    private static List<List<String>> parsedAsOneFile(List<String> records, char delimiter) throws IOException {
        String file = String.join("\n", records) + "\n";
        try (CSVParser csv = CSVParser.parse(new StringReader(file), RecordParser.format(delimiter))) {
            return csv.stream().map(CSVRecord::toList).toList();
        }
    }

    /** A cell that begins with a quote is written in quotes; anywhere else a quote is a character like others. */
    private static String record(List<String> cells, char delimiter) {
        return cells.stream()
                .map(cell -> isPlain(cell, delimiter) ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(delimiter)));
    }

    private static boolean isPlain(String cell, char delimiter) {
        return !cell.startsWith("\"")
                && cell.indexOf(delimiter) < 0
                && cell.indexOf('\n') < 0
                && cell.indexOf('\r') < 0;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells =
                Arbitraries.strings().withChars("ab \"',;\t\n\r\\#é\u0000|").ofMaxLength(6);
        return cells.list().ofMinSize(2).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }
}
