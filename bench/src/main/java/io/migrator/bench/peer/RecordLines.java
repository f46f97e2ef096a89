package io.migrator.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file as texts, without its header: a line, or as many as an open quote takes. Blank lines are passed over.
 * One thread's.
 */
final class RecordLines implements AutoCloseable {

    private final BufferedReader lines;
    private final String header;

    private RecordLines(BufferedReader lines) throws IOException {
        this.lines = lines;
        String first = lines.readLine();
        this.header = first == null ? "" : first;
    }

    static RecordLines open(Path csv) throws IOException {
        return new RecordLines(Files.newBufferedReader(csv));
    }

    /** The file's first line. */
    String header() {
        return header;
    }

    /** The next record; null at the end. */
    @Nullable
    String next() throws IOException {
        String line = lines.readLine();
        while (line != null && line.isEmpty()) {
            line = lines.readLine();
        }
        return line == null || line.indexOf('"') < 0 ? line : whole(line);
    }

    private String whole(String first) throws IOException {
        StringBuilder record = new StringBuilder(first);
        boolean isOpen = leavesOpen(first);
        while (isOpen) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the file ends within quotes");
            }
            record.append('\n').append(line);
            isOpen = leavesOpen(line) != isOpen;
        }
        return record.toString();
    }

    /** Whether the number of quotes is odd. */
    private static boolean leavesOpen(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
