package io.migrator.api.filetypes.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "+61412345678,'+61412345678",
                "=1+1,'=1+1",
                "-2,'-2",
                "@SUM(A1),'@SUM(A1)",
                "` =1`,`' =1`",
                "\tx,'\tx",
                "\uFF1D1,'\uFF1D1",
                "'t Hooft,''t Hooft",
                "',''"
            })
    void whatASpreadsheetWouldRunOrMistakeGetsOneApostropheThatCanBeTakenAway(String cell, String escaped) {
        assertThat(SpreadsheetCells.escaped(cell)).isEqualTo(escaped);
        assertThat(SpreadsheetCells.unescaped(escaped)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "0412 345 678", "a=b", "O'Brien", "  "})
    void whatIsHarmlessStaysAsItIs(String cell) {
        assertThat(SpreadsheetCells.escaped(cell)).isEqualTo(cell);
        assertThat(SpreadsheetCells.unescaped(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'s-Hertogenbosch", "'"})
    void anApostropheThatTheEscapingDoesNotWriteStays(String cell) {
        assertThat(SpreadsheetCells.unescaped(cell)).isEqualTo(cell);
    }
}
