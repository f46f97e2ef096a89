package io.migrator.app.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that are cut, damaged, empty, full of the wrong thing or far larger than they look. */
final class HostileArchives {

    private static final byte[] CSV =
            CustomerFiles.of(200, row -> CustomerFiles.row("Z", row)).getBytes(StandardCharsets.UTF_8);
    private static final int CUTS = 20;

    private HostileArchives() {}

    static Stream<HostileInput> all() {
        return Stream.of(
                        cut(zip(Map.of("a.csv", CSV)), "zip"), cut(gzip(CSV), "gzip"), contents(), bombs(), encodings())
                .flatMap(List::stream);
    }

    /** The last bytes of a zip only repeat what was said before: cuts are made before them. */
    private static List<HostileInput> cut(byte[] archive, String kind) {
        List<HostileInput> inputs = new ArrayList<>();
        int usable = kind.equals("zip") ? archive.length - 100 : archive.length - 1;
        for (int i = 1; i <= CUTS; i++) {
            int length = Math.max(5, usable * i / CUTS);
            inputs.add(HostileInput.file(kind + " cut after " + length + " bytes", Arrays.copyOf(archive, length)));
            byte[] damaged = archive.clone();
            damaged[Math.max(60, usable * i / CUTS - 40)] ^= 0x55;
            inputs.add(HostileInput.file(kind + " damaged before byte " + length, damaged));
        }
        return inputs;
    }

    private static List<HostileInput> contents() {
        byte[] zip = zip(Map.of("a.csv", CSV));
        byte[] encrypted = zip.clone();
        encrypted[6] |= 1;
        byte[] unknownMethod = zip.clone();
        unknownMethod[8] = 99;
        return List.of(
                HostileInput.file("an empty zip", zip(Map.of())),
                HostileInput.file("a zip of a folder", zip(Map.of("folder/", new byte[0]))),
                HostileInput.file("a zip of two files", zip(Map.of("a.csv", CSV, "b.csv", CSV))),
                HostileInput.file("a zip of a picture", zip(Map.of("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}))),
                HostileInput.file("a zip of an empty file", zip(Map.of("a.csv", new byte[0]))),
                HostileInput.file("a spreadsheet", zip(Map.of("[Content_Types].xml", CSV, "xl/workbook.xml", CSV))),
                HostileInput.file("a zip in a zip", zip(Map.of("a.zip", zip))),
                HostileInput.file("a gzip in a zip", zip(Map.of("a.csv.gz", gzip(CSV)))),
                HostileInput.file("a zip in a gzip", gzip(zip)),
                HostileInput.file("a gzip in a gzip", gzip(gzip(CSV))),
                HostileInput.file("an encrypted zip", encrypted),
                HostileInput.file("a zip of an unknown method", unknownMethod),
                HostileInput.file(
                        "a gzip with something after it", joined(gzip(CSV), "rest".getBytes(StandardCharsets.UTF_8))),
                HostileInput.file("two gzips, the second cut", joined(gzip(CSV), Arrays.copyOf(gzip(CSV), 40))),
                HostileInput.file(
                        "a zip that holds a bad file",
                        zip(Map.of("../../a.csv", "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8)))),
                HostileInput.file("a gzip of a hundred thousand zeros", gzip(new byte[100_000])),
                HostileInput.file("7z", new byte[] {0x37, 0x7A, (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4}),
                HostileInput.file("xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4}),
                HostileInput.file("rar", "Rar!\u001A\u0007\u0001\0".getBytes(StandardCharsets.ISO_8859_1)),
                HostileInput.file("zip entries by the thousand", zip(50_000)));
    }

    private static List<HostileInput> bombs() {
        byte[] zeros = new byte[64 * 1024 * 1024];
        byte[] rows = (CustomerFiles.HEADER + "\n" + "a,".repeat(1000) + "\n".repeat(60_000_000))
                .getBytes(StandardCharsets.UTF_8);
        return List.of(
                HostileInput.file("a gzip that expands a thousandfold", gzip(zeros)),
                HostileInput.file("a gzip of blank lines", gzip(rows)),
                HostileInput.file("a zip that expands a thousandfold", zip(Map.of("a.csv", zeros))),
                encoded("a body that expands a thousandfold", "gzip", gzip(zeros)),
                encoded("a body of blank lines that expands a thousandfold", "gzip", gzip(rows)));
    }

    private static List<HostileInput> encodings() {
        byte[] gzip = gzip(CSV);
        return List.of(
                encoded("a body that is not compressed as it says", "gzip", CSV),
                encoded("a compressed body that is cut", "gzip", Arrays.copyOf(gzip, gzip.length / 2)),
                encoded("a compressed body without its end", "gzip", Arrays.copyOf(gzip, gzip.length - 4)),
                encoded("a compressed body with something after it", "gzip", joined(gzip, new byte[] {1, 2, 3})),
                encoded("an empty compressed body", "gzip", new byte[0]),
                encoded("brotli", "br", CSV),
                encoded("deflate", "deflate", CSV),
                encoded("gzip twice", "gzip, gzip", gzip(gzip)));
    }

    private static HostileInput encoded(String what, String encoding, byte[] body) {
        return HostileInput.file(what, body).headers(Map.of("Content-Type", "text/csv", "Content-Encoding", encoding));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(int entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries; i++) {
                out.putNextEntry(new ZipEntry("f" + i + ".csv"));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
