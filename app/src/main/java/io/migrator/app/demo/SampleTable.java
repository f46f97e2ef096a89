package io.migrator.app.demo;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RecordParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVPrinter;

/** Rows of one type on their way into a CSV file: cells by column, a column that is not named stays empty. */
final class SampleTable {

    private final FileTypeSpec spec;
    private final List<List<String>> records = new ArrayList<>();

    SampleTable(FileTypeSpec spec) {
        this.spec = spec;
    }

    /** Adds a row of cells by column; whatever they are, they are written as text. */
    void add(Map<String, Object> cells) {
        Set<String> known = spec.positions().keySet();
        if (!known.containsAll(cells.keySet())) {
            throw new IllegalArgumentException(spec.name() + " does not have all of " + cells.keySet());
        }
        records.add(spec.header().stream()
                .map(column -> String.valueOf(cells.getOrDefault(column, "")))
                .toList());
    }

    /** Replaces one cell; rows count from 1. */
    void set(int row, String column, String text) {
        List<String> cells = new ArrayList<>(records.get(row - 1));
        cells.set(spec.positions().getOrDefault(column, -1), text);
        records.set(row - 1, cells);
    }

    /** Takes the last cell away from a row; rows count from 1. */
    void shorten(int row) {
        List<String> cells = records.get(row - 1);
        records.set(row - 1, cells.subList(0, cells.size() - 1));
    }

    String fileType() {
        return spec.name();
    }

    int rows() {
        return records.size();
    }

    /** The whole file, header first. */
    String text() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, RecordParser.format(','))) {
            printer.printRecord(spec.header());
            for (List<String> cells : records) {
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
