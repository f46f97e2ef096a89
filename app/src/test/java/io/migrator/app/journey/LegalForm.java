package io.migrator.app.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One of the forms in which a table may be written as CSV.
 *
 * @param choices decides for every cell whether it is quoted without need
 */
record LegalForm(
        char delimiter,
        String lineEnd,
        Charset charset,
        boolean mark,
        boolean separatorLine,
        boolean blankLines,
        boolean lastLineEnd,
        Packing packing,
        long choices) {

    enum Packing {
        PLAIN,
        GZIP,
        ZIP
    }

    /** Whether the sender has to name the encoding. */
    boolean isDeclared() {
        return !charset.equals(StandardCharsets.UTF_8) && !mark;
    }

    /** The file without a packing. */
    byte[] write(List<String> header, List<String> records) {
        StringBuilder text = new StringBuilder();
        if (separatorLine) {
            text.append("sep=").append(delimiter).append(lineEnd);
        }
        text.append(record(header, new Random(choices)));
        for (String record : records) {
            text.append(lineEnd).append(blankLines ? " " + lineEnd : "").append(record);
        }
        text.append(lastLineEnd ? lineEnd : "");
        return encoded(text.toString());
    }

    /** The records of the rows, each as it stands in the file, without a line end. */
    List<String> records(List<List<String>> rows) {
        Random random = new Random(choices + 1);
        List<String> records = new ArrayList<>();
        for (List<String> row : rows) {
            records.add(record(row, random));
        }
        return records;
    }

    byte[] encoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (mark) {
            bytes.writeBytes("\uFEFF".getBytes(charset));
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    String decoded(byte[] bytes) {
        String text = new String(bytes, charset);
        return mark ? text.substring(1) : text;
    }

    byte[] packed(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = open(bytes)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private OutputStream open(OutputStream bytes) throws IOException {
        return switch (packing) {
            case PLAIN -> bytes;
            case GZIP -> new GZIPOutputStream(bytes);
            case ZIP -> {
                ZipOutputStream zip = new ZipOutputStream(bytes);
                zip.putNextEntry(new ZipEntry("folder/any.csv"));
                yield zip;
            }
        };
    }

    private String record(List<String> cells, Random random) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean quoted = random.nextInt(3) == 0 || needsQuotes(cell);
            written.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(String.valueOf(delimiter), written);
    }

    private boolean needsQuotes(String cell) {
        return cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\r' || c == '\n');
    }
}
