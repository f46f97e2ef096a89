package io.migrator.query.violation;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.query.csv.CsvLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report as CSV, for people with a spreadsheet: a value that one would run as a formula is written as text. */
final class ViolationReport {

    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private final CsvLine line;

    ViolationReport(Writer out) throws IOException {
        line = new CsvLine(out, ',', "\r\n");
        line.raw("ROW,LINE,COLUMN,CODE,MESSAGE,VALUE").end();
    }

    void write(List<Violation> violations) throws IOException {
        for (Violation violation : violations) {
            line.cell(Integer.toString(violation.row()))
                    .cell(Long.toString(violation.line()))
                    .cell(violation.column())
                    .cell(violation.code().name())
                    .cell(violation.message())
                    .cell(asText(violation.value()))
                    .end();
        }
    }

    private static @Nullable String asText(@Nullable String value) {
        boolean isFormula = value != null && !value.isEmpty() && FORMULA_BEGINNINGS.indexOf(value.charAt(0)) >= 0;
        return isFormula ? "'" + value : value;
    }
}
