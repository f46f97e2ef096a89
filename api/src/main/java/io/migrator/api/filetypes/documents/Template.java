package io.migrator.api.filetypes.documents;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RecordParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** The starter file of a type: its header and two example rows that are valid, as RFC 4180 writes them. */
public final class Template {

    private Template() {}

    /** The file's text. */
    public static String of(FileTypeSpec type) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, RecordParser.format(','))) {
            printer.printRecord(type.header());
            printer.printRecord(row(type, 0));
            printer.printRecord(row(type, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(FileTypeSpec type, int number) {
        return type.columns().stream()
                .map(column -> column.examples().get(number))
                .toList();
    }
}
