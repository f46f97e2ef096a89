package io.migrator.api.filetypes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Takes stored records apart into cells, many at once. The same dialect of CSV as at the intake. Stateless. */
public final class RecordParser {

    /**
     * How records are read here: quotes around a cell, doubled within it, nothing trimmed, every line a record.
     *
     * @param delimiter the field separator
     */
    public static CSVFormat format(char delimiter) {
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setRecordSeparator("\r\n")
                .setIgnoreEmptyLines(false)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
    }

    /**
     * The cells of each record, in order.
     *
     * <p>A record without a quote is what stands between its separators: that is most of most files, and found in a third of
     * the time. All others are parsed.
     *
     * @param records texts that were accepted, without their line ends
     * @param delimiter the field separator
     * @throws IllegalStateException when the texts are not that many records
     */
    public List<List<String>> parse(List<String> records, char delimiter) {
        List<List<String>> rows = new ArrayList<>(records.size());
        List<String> quoted = new ArrayList<>();
        for (String plainOrQuoted : records) {
            boolean isPlain = isPlain(plainOrQuoted);
            rows.add(isPlain ? split(plainOrQuoted, delimiter) : List.of());
            if (!isPlain) {
                quoted.add(plainOrQuoted);
            }
        }
        if (!quoted.isEmpty()) {
            Iterator<List<String>> parsed = parseAll(quoted, delimiter).iterator();
            rows.replaceAll(cells -> cells.isEmpty() ? parsed.next() : cells);
        }
        return rows;
    }

    private static boolean isPlain(String text) {
        return text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    private static List<String> split(String text, char delimiter) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            cells.add(text.substring(start, end));
            start = end + 1;
        }
        cells.add(text.substring(start));
        return cells;
    }

    private static List<List<String>> parseAll(List<String> records, char delimiter) {
        List<List<String>> rows = new ArrayList<>(records.size());
        try (CSVParser parser =
                CSVParser.parse(new StringReader(String.join("\n", records) + "\n"), format(delimiter))) {
            for (CSVRecord cells : parser) {
                rows.add(cells.toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.size() != records.size()) {
            throw new IllegalStateException(
                    records.size() + " records were read as " + rows.size() + "; they are not what was accepted");
        }
        return rows;
    }
}
