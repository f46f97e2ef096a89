package io.migrator.exporter.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A file of rows that is being written: UTF-8, comma, CRLF, quotes where they are needed (RFC 4180). The same rows make the same bytes.
 * For one thread.
 */
final class CsvPart implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int NAMED_BYTES = 16;
    private static final String END = "\r\n";

    private final Path file;
    private final OutputStream out;
    private final List<String> externalIds = new ArrayList<>();
    private byte[] line = new byte[1_024];
    private int length;
    /** Where each row begins, and where the last one ends. */
    private long[] offsets = new long[1_024];

    private long written;

    CsvPart(Path file, List<String> header) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(header.toArray(String[]::new));
        offsets[0] = written;
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
        externalIds.add(externalId);
        if (externalIds.size() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[externalIds.size()] = written;
    }

    private void write(String[] cells) {
        length = 0;
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                line[length++] = ',';
            }
            append(cells[i]);
        }
        line[length++] = '\r';
        line[length++] = '\n';
        try {
            out.write(line, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written += length;
    }

    private void append(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        if (needsQuotes(bytes)) {
            bytes = ('"' + cell.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8);
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, line, length, bytes.length);
        length += bytes.length;
    }

    /** For so many bytes and what stands behind a cell. */
    private void room(int bytes) {
        int needed = length + bytes + 2;
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, line.length * 2));
        }
    }

    private static boolean needsQuotes(byte[] cell) {
        for (byte next : cell) {
            if (next == ',' || next == '"' || next == '\n' || next == '\r') {
                return true;
            }
        }
        return cell.length > 0 && (isSpace(cell[0]) || isSpace(cell[cell.length - 1]));
    }

    /** What is below zero is a part of a letter. */
    private static boolean isSpace(byte next) {
        return next >= 0 && next <= ' ';
    }

    /** Ends the file. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int rows() {
        return externalIds.size();
    }

    /** @param row from 1 */
    String externalId(int row) {
        return externalIds.get(row - 1);
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
            in.skipNBytes(offsets[0]);
            for (int row = 1; row <= rows(); row++) {
                int length = Math.toIntExact(offsets[row] - offsets[row - 1]);
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
        out.write(record);
        written += record.length;
        note(externalId);
    }
}
