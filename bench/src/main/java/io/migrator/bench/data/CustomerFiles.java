package io.migrator.bench.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes files of customers, each file with customers that no earlier one had. Safe to use from any thread. */
public final class CustomerFiles {

    private static final int FLUSHED_AT = 64 * 1024;

    private final Path directory;
    private final AtomicLong given = new AtomicLong();

    /** @param directory where the files are put */
    public CustomerFiles(Path directory) {
        this.directory = directory;
    }

    /** A file of so many valid rows. */
    public CustomerFile valid(int rows) {
        return write(rows, false);
    }

    /** A file in which one row of a hundred has a mistake. */
    public CustomerFile withMistakes(int rows) {
        return write(rows, true);
    }

    /** The contents of so many files of so many valid rows each. */
    public List<String> small(int files, int rows) {
        List<String> contents = new ArrayList<>(files);
        for (int i = 0; i < files; i++) {
            StringBuilder text = new StringBuilder(CustomerRows.HEADER);
            long first = given.getAndAdd(rows) + 1;
            for (int row = 0; row < rows; row++) {
                CustomerRows.append(text, first + row, Mistake.NONE);
            }
            contents.add(text.toString());
        }
        return contents;
    }

    private CustomerFile write(int rows, boolean withMistakes) {
        long first = given.getAndAdd(rows) + 1;
        Path path = directory.resolve("customers-" + first + ".csv");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(path)) {
                write(out, first, rows, withMistakes);
            }
            return new CustomerFile(path, rows, Files.size(path) - CustomerRows.HEADER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, long first, int rows, boolean withMistakes) throws IOException {
        StringBuilder text = new StringBuilder(FLUSHED_AT + 1024).append(CustomerRows.HEADER);
        for (int row = 1; row <= rows; row++) {
            CustomerRows.append(text, first + row - 1, withMistakes ? Mistake.ofRow(row) : Mistake.NONE);
            if (text.length() >= FLUSHED_AT) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
