package io.migrator.app.journey;

import java.util.ArrayList;
import java.util.List;

/** Looks at a CSV text the plain way: records end at a line break outside quotes. */
final class CsvLines {

    private CsvLines() {}

    static List<String> records(String csv) {
        List<String> records = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            isQuoted ^= c == '"';
            if (c == '\n' && !isQuoted) {
                records.add(current.toString().replaceFirst("\r$", ""));
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        if (!current.isEmpty()) {
            records.add(current.toString());
        }
        return records;
    }
}
