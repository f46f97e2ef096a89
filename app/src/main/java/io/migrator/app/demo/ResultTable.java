package io.migrator.app.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The demonstration's table: a line for each file. */
final class ResultTable {

    private static final String LINE = "%-30s %-26s %-34s %6s %8s %6s %7s%n";

    private ResultTable() {}

    static void print(List<MigratedFile> files, PrintStream out) {
        out.println();
        out.printf(LINE, "file", "type", "status", "rows", "success", "error", "time");
        for (MigratedFile file : files) {
            out.printf(
                    LINE,
                    file.sample().name(),
                    file.upload().path("fileType").asText(),
                    file.status(),
                    file.rowCount(),
                    file.succeeded(),
                    file.failed(),
                    String.format(Locale.ROOT, "%.1f s", file.time().toMillis() / 1000.0));
        }
        out.println();
    }
}
