package io.migrator.faults.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A file as an operator sends it.
 *
 * @param name unique in a run; also the key under which the upload can be repeated
 * @param rows the cells, in the order of the columns; the first is the record's key
 */
public record SentFile(String tenant, String name, FileKind kind, List<List<String>> rows) {

    public SentFile {
        rows = List.copyOf(rows);
    }

    /** The bytes' text. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(kind.columns());
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a row states: its cells by column, without the empty ones.
     *
     * @param row 1 for the first
     */
    public Map<String, String> stated(int row) {
        Map<String, String> stated = new LinkedHashMap<>();
        List<String> cells = rows.get(row - 1);
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                stated.put(kind.columns().get(i), cells.get(i));
            }
        }
        return stated;
    }
}
