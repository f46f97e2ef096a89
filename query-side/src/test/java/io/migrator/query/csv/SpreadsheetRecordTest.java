package io.migrator.query.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.cells.SpreadsheetCells;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetRecordTest {

    /** A cell and one of the ways in which it may be written. */
    record Written(String cell, String text) {}

    /** A record of such cells. */
    record Line(char delimiter, List<Written> cells) {

        String text() {
            return cells.stream().map(Written::text).collect(Collectors.joining(String.valueOf(delimiter)));
        }
    }

    @Provide
    Arbitrary<Line> lines() {
        return Arbitraries.of(',', ';', '\t', '|')
                .flatMap(delimiter ->
                        written(delimiter).list().ofMinSize(1).ofMaxSize(8).map(cells -> new Line(delimiter, cells)));
    }

    private static Arbitrary<Written> written(char delimiter) {
        Arbitrary<String> hostile = Arbitraries.strings()
                .withChars("=+-@'\" \t\r\n,;|aZ09\u00A0\uFF1D\uFF0B\uFEFFé")
                .ofMaxLength(6);
        Arbitrary<String> cells =
                Arbitraries.oneOf(hostile, Arbitraries.strings().ofMaxLength(10), phones());
        return Combinators.combine(cells, Arbitraries.of(true, false), Arbitraries.of("", " ", "  "))
                .as((cell, isQuoted, blanks) -> written(cell, isQuoted, blanks, delimiter));
    }

    private static Arbitrary<String> phones() {
        return Arbitraries.integers().between(400_000_000, 499_999_999).map(number -> "+61" + number);
    }

    private static Written written(String cell, boolean isQuoted, String blanks, char delimiter) {
        boolean isPlain =
                cell.chars().noneMatch(c -> c == delimiter || c == '\r' || c == '\n') && !cell.startsWith("\"");
        return isPlain && !isQuoted
                ? new Written(cell, cell)
                : new Written(cell, '"' + cell.replace("\"", "\"\"") + '"' + blanks);
    }

    @Property(tries = 5000)
    void each_cell_is_escaped_and_comes_back_as_it_was(@ForAll("lines") Line line) {
        String escaped = SpreadsheetRecord.escaped(line.text(), line.delimiter());
        List<String> cells =
                new RecordParser().parse(List.of(escaped), line.delimiter()).get(0);
        List<String> original = line.cells().stream().map(Written::cell).toList();
        assertThat(cells)
                .isEqualTo(original.stream().map(SpreadsheetCells::escaped).toList());
        assertThat(cells.stream().map(SpreadsheetCells::unescaped)).isEqualTo(original);
    }

    @Property(tries = 5000)
    void nothing_but_apostrophes_is_put_in_and_nothing_taken_away(@ForAll("lines") Line line) {
        String expected = line.cells().stream()
                .map(SpreadsheetRecordTest::escapedText)
                .collect(Collectors.joining(String.valueOf(line.delimiter())));
        assertThat(SpreadsheetRecord.escaped(line.text(), line.delimiter())).isEqualTo(expected);
    }

    private static String escapedText(Written written) {
        boolean isEscaped = !SpreadsheetCells.escaped(written.cell()).equals(written.cell());
        boolean isQuoted = written.text().startsWith("\"");
        int begin = isQuoted ? 1 : 0;
        return isEscaped
                ? written.text().substring(0, begin) + '\'' + written.text().substring(begin)
                : written.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "+61412345678,a | '+61412345678,a",
                "\"=1+1\" ,a | \"'=1+1\" ,a",
                "a,\" @x\",b | a,\"' @x\",b",
                "a,'b' | a,''b'",
                "\"\"\"=1\",a | \"\"\"=1\",a",
                "\"a,=b\",-c | \"a,=b\",'-c",
                ",,= | ,,'=",
                "a,b- | a,b-"
            })
    void as_in_these(String record, String escaped) {
        assertThat(SpreadsheetRecord.escaped(record, ',')).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"a,b,c", "\"\",\" \",x", "Zoë,\"two \"\"words\"\"\","})
    void a_record_that_needs_nothing_is_handed_back(String record) {
        assertThat(SpreadsheetRecord.escaped(record, ',')).isSameAs(record);
    }
}
