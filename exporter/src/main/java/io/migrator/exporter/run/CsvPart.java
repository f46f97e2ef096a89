package io.migrator.exporter.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of rows that is being written, in the form of {@link CsvLines}; knows where each row stands. For one thread. */
final class CsvPart implements AutoCloseable {

    private static final int NAMED_BYTES = 16;

    private final Path file;
    private final OutputStream out;
    private final CsvLines lines;
    private final @Nullable RowIndex index;
    private int rows;

    /** A part that is sent. */
    CsvPart(Path file, List<String> header) {
        this(file, header, true);
    }

    private CsvPart(Path file, List<String> header, boolean isIndexed) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lines = new CsvLines(out);
        write(header.toArray(String[]::new));
        this.index = isIndexed ? new RowIndex(lines.written()) : null;
    }

    /** A part that nobody asks about single rows: it remembers none, and takes no memory for them. */
    static CsvPart unindexed(Path file, List<String> header) {
        return new CsvPart(file, header, false);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param cells the first of them is the external id */
    void add(String[] cells) {
        write(cells);
        note(cells[0]);
    }

    /** A row ends here. */
    private void note(String externalId) {
        rows++;
        if (index != null) {
            index.add(externalId, lines.written());
        }
    }

    private void write(String[] cells) {
        try {
            lines.add(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the file. */
    @Override
    public void close() {
        try (out) {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int rows() {
        return rows;
    }

    /** @param row from 1 */
    String externalId(int row) {
        return index().externalId(row);
    }

    private RowIndex index() {
        return Objects.requireNonNull(index, "the part is not indexed");
    }

    Path file() {
        return file;
    }

    /** Names the whole content, in letters: among digits there are numbers that could be those of cards. The file has to be closed. */
    String digest() {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = digest.digest();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < NAMED_BYTES; i++) {
            letters.append((char) ('a' + ((bytes[i] >> 4) & 0xf))).append((char) ('a' + (bytes[i] & 0xf)));
        }
        return letters.toString();
    }

    /** The same without some rows, in another file; this one has to be closed. */
    CsvPart without(Set<Integer> rows, Path to, List<String> header) {
        CsvPart rest = new CsvPart(to, header);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(index().start());
            for (int row = 1; row <= rows(); row++) {
                int length = index().length(row);
                if (rows.contains(row)) {
                    in.skipNBytes(length);
                } else {
                    rest.copy(in.readNBytes(length), externalId(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rest.close();
        return rest;
    }

    private void copy(byte[] record, String externalId) throws IOException {
        lines.copy(record);
        note(externalId);
    }
}
