package io.migrator.app.journey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bytes that are no text, no CSV, or far too much of it. */
final class HostileBytes {

    private static final String VALID = CustomerFiles.of(3, row -> CustomerFiles.row("H", row));

    /** Sequences that RFC 3629 forbids: lone and missing continuations, overlong forms, surrogates, beyond U+10FFFF. */
    private static final List<String> NOT_UTF8 = List.of(
            "80",
            "BF",
            "C0AF",
            "C1BF",
            "C2",
            "C241",
            "E0",
            "E080AF",
            "E09F80",
            "E28241",
            "E282",
            "EDA080",
            "EDBFBF",
            "EDA080EDB080",
            "F08080AF",
            "F08FBFBF",
            "F09F98",
            "F09F9841",
            "F4908080",
            "F5808080",
            "F8888080",
            "FC80",
            "FE",
            "FF",
            "FEFF",
            "FFFE0000");

    private HostileBytes() {}

    static Stream<HostileInput> all() {
        return Stream.of(notUtf8(), otherEncodings(), tooMuch(), noise(), nothing())
                .flatMap(List::stream);
    }

    private static List<HostileInput> notUtf8() {
        List<HostileInput> inputs = new ArrayList<>();
        for (String hex : NOT_UTF8) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            inputs.add(HostileInput.file(hex + " in a cell", inserted(VALID.indexOf("Carlton"), bytes)));
            inputs.add(HostileInput.file(hex + " at the end", inserted(VALID.length(), bytes)));
            inputs.add(HostileInput.file(hex + " in the header", inserted(5, bytes)));
        }
        return inputs;
    }

    private static List<HostileInput> otherEncodings() {
        byte[] utf16 = VALID.getBytes(StandardCharsets.UTF_16LE);
        return List.of(
                HostileInput.file("UTF-16 without a mark", utf16),
                HostileInput.file(
                        "UTF-16 cut in the middle of a character",
                        joined(bytes("FFFE"), Arrays.copyOf(utf16, utf16.length - 1))),
                HostileInput.file("UTF-16 with half a pair", joined(bytes("FFFE"), utf16, bytes("00D8"))),
                HostileInput.file("UTF-16 with halves swapped", joined(bytes("FFFE"), utf16, bytes("00DC00D8"))),
                HostileInput.file("UTF-32", joined(bytes("0000FEFF"), VALID.getBytes(Charset.forName("UTF-32BE")))),
                HostileInput.file(
                        "UTF-32, little end first",
                        joined(bytes("FFFE0000"), VALID.getBytes(Charset.forName("UTF-32LE")))),
                HostileInput.file("EBCDIC", VALID.getBytes(Charset.forName("IBM1047"))),
                HostileInput.file("latin letters as single bytes", VALID.getBytes(StandardCharsets.ISO_8859_1)),
                HostileInput.file(
                                "a byte that the declared encoding does not have",
                                inserted(VALID.length(), bytes("81")))
                        .query("?fileName=a.csv&charset=windows-1252"),
                HostileInput.file("two bytes declared as one", VALID).query("?fileName=a.csv&charset=UTF-16LE"));
    }

    private static List<HostileInput> tooMuch() {
        return List.of(
                HostileInput.file("60,000 columns", "A,".repeat(60_000) + "B\r\n1\r\n"),
                HostileInput.file("60,000 columns, each another", columns(60_000)),
                HostileInput.file("a header of 10 MB", "A".repeat(10_000_000)),
                HostileInput.file("a row of 10 MB", VALID + "\"" + "x".repeat(10_000_000) + "\"\r\n"),
                HostileInput.file("a row of 200,000 cells", VALID + ",".repeat(60_000) + "\r\n"),
                HostileInput.file("a million quotes", VALID + "\"".repeat(1_000_001)),
                HostileInput.file("a million quotes instead of a header", "\"".repeat(1_000_001)),
                HostileInput.file(
                        "a million rows of nothing but separators", CustomerFiles.HEADER + "\n,".repeat(1_000_000)),
                HostileInput.file("a hundred thousand broken rows", CustomerFiles.HEADER + "\n\"\",x".repeat(100_000)),
                HostileInput.file("one value a hundred thousand times", repeated(100_000)),
                HostileInput.file("an open quote before everything", "\"" + VALID.replace("\"", "")));
    }

    private static List<HostileInput> noise() {
        Random random = new Random(20_261);
        List<HostileInput> inputs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] noise = new byte[1 << (i % 16)];
            random.nextBytes(noise);
            inputs.add(HostileInput.file("noise " + i, noise));
        }
        byte[] valid = VALID.getBytes(StandardCharsets.UTF_8);
        int rows = VALID.indexOf("\r\n") + 2;
        for (int i = 0; i < 40; i++) {
            byte[] changed = valid.clone();
            int at = rows + random.nextInt(valid.length - rows);
            changed[at] = (byte) (changed[at] < 0 ? 0xFF : 0x80 | random.nextInt(0x40));
            inputs.add(HostileInput.file("a byte gone wrong " + i, changed));
        }
        return inputs;
    }

    private static List<HostileInput> nothing() {
        return Stream.of(
                        "",
                        "\uFEFF",
                        "\n",
                        "\r\n\r\n\r\n",
                        " ",
                        "\t",
                        "\0",
                        "\"\"",
                        "\"",
                        ",",
                        ";",
                        "sep=",
                        "sep=;",
                        "sep=;\r\n",
                        "sep=:\r\na",
                        "sep=\"\r\n",
                        "#comment",
                        "null",
                        "{}",
                        "[]",
                        "<html></html>",
                        "%PDF-1.7",
                        "\u001A",
                        CustomerFiles.HEADER,
                        CustomerFiles.HEADER + "\r\n",
                        CustomerFiles.HEADER + "\r\n\r\n \r\n")
                .map(text -> HostileInput.file("nothing but " + text.length() + " characters: " + text.strip(), text))
                .toList();
    }

    private static String columns(int count) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < count; i++) {
            header.append('C').append(i).append(',');
        }
        return header + "EXTERNAL_ID\r\n";
    }

    private static String repeated(int rows) {
        return CustomerFiles.HEADER + "\r\n" + (CustomerFiles.row("SAME", 1) + "\r\n").repeat(rows);
    }

    private static byte[] inserted(int characters, byte[] bytes) {
        return joined(
                VALID.substring(0, characters).getBytes(StandardCharsets.UTF_8),
                bytes,
                VALID.substring(characters).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
