package io.migrator.exporter.report;

import io.migrator.exporter.run.WrittenFiles;
import io.migrator.exporter.run.WrittenType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was written to files, for people. */
public final class FilesText {

    private FilesText() {}

    /** Several lines, with every refusal. */
    public static String of(Path directory, WrittenFiles files) {
        List<WrittenType> types = files.types();
        StringBuilder text = new StringBuilder();
        text.append("written to ").append(directory).append("; nothing was sent\n");
        text.append(String.format(
                Locale.ROOT, "%-26s %9s %10s %9s %10s %9s%n", "", "blocks", "read", "unmapped", "written", "parts"));
        types.forEach(type -> text.append(line(type)));
        double seconds = files.took().toMillis() / 1e3;
        text.append(String.format(Locale.ROOT, "took %.2f s, %,d rows/s%n", seconds, files.rowsPerSecond()));
        types.forEach(type -> text.append(type.fileType())
                .append(": ")
                .append(ReportText.consistency(type.consistency()))
                .append('\n'));
        types.forEach(type -> type.refusals().forEach(row -> text.append(ReportText.line(type.fileType(), row))));
        types.stream().filter(type -> !type.addsUp()).forEach(type -> text.append("DOES NOT ADD UP: ")
                .append(type.fileType())
                .append('\n'));
        return text.toString();
    }

    private static String line(WrittenType type) {
        return String.format(
                Locale.ROOT,
                "%-26s %9d %,10d %,9d %,10d %,9d%n",
                type.fileType(),
                type.blocks(),
                type.read(),
                type.unmapped(),
                type.written(),
                type.parts());
    }
}
