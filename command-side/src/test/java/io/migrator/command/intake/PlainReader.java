package io.migrator.command.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.migrator.api.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody else's reader of CSV, which knows nothing of ours: what the rows of a file are by RFC 4180. */
final class PlainReader {

    private PlainReader() {}

    /**
     * The first cells of every row; lines of blanks only are no rows. It does not know blanks between a closing quote and the
     * separator: they are taken away before.
     */
    static List<List<String>> rows(byte[] utf8, CsvDialect dialect, int columns) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        String unmarked = withoutBlanksAfterQuotes(text.startsWith("\uFEFF") ? text.substring(1) : text, dialect);
        return CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .commentStrategy(CommentStrategy.NONE)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(unmarked)
                .stream()
                .filter(record -> record.getFieldCount() > 1)
                .skip(dialect.separatorLine() ? 2 : 1)
                .map(CsvRecord::getFields)
                .map(cells -> List.copyOf(cells.subList(0, columns)))
                .toList();
    }

    private static String withoutBlanksAfterQuotes(String text, CsvDialect dialect) {
        StringBuilder kept = new StringBuilder();
        boolean isQuoted = false;
        boolean isAfterQuote = false;
        boolean isCellStart = true;
        for (char c : text.toCharArray()) {
            boolean isSeparator = c == dialect.delimiter() || c == '\r' || c == '\n';
            if (isAfterQuote && !isSeparator && Character.isWhitespace(c)) {
                continue;
            }
            boolean opensAgain = isAfterQuote && c == '"';
            isAfterQuote = isQuoted && c == '"';
            isQuoted = opensAgain || (c == '"' ? isCellStart : isQuoted);
            isCellStart = !isQuoted && isSeparator;
            kept.append(c);
        }
        return kept.toString();
    }
}
