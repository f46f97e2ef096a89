package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.spool.BrokenBodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to hold for any bytes that are sent as a file, in the form in which a fuzzer asks: the first byte chooses how the file
 * is to be read, the others are the file. Whatever is thrown is a finding.
 */
public final class IntakeFuzz {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            Charset.forName("Shift_JIS"));

    private static final Path FOLDER = folder();

    private IntakeFuzz() {}

    /** The fuzzer's entry. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        boolean spreadsheetSafe = (input[0] & 1) != 0;
        Charset charset = CHARSETS.get(input[0] >> 1 & 3);
        byte[] file = Arrays.copyOfRange(input, 1, input.length);
        try (Reading reading = Reading.of(FOLDER, file, new ReadingOptions(charset, spreadsheetSafe))) {
            if (reading.log().isEmpty()) {
                isReadAgainAsTheSame(reading, spreadsheetSafe);
            } else {
                reading.violations().forEach(IntakeFuzz::isOfUse);
            }
        } catch (BrokenBodyException e) {
            throw new AssertionError("only a sender that breaks off breaks a body", e);
        } catch (Exception e) {
            throw new AssertionError("a file must never be a fault", e);
        }
        isEmpty(FOLDER);
    }

    /** What was staged, written plainly, is a file with the same rows. */
    private static void isReadAgainAsTheSame(Reading reading, boolean spreadsheetSafe) throws Exception {
        FileTypeSpec type = reading.result().type().orElseThrow();
        List<List<String>> rows = StagedRows.of(reading, spreadsheetSafe);
        String plain = Stream.concat(Stream.of(type.header()), rows.stream())
                .map(IntakeFuzz::written)
                .reduce("", (text, record) -> text + record + "\r\n");
        try (Reading again = Reading.of(FOLDER, plain)) {
            must(again.log().isEmpty(), "what was accepted is accepted again");
            must(StagedRows.of(again, false).equals(rows), "what was accepted reads the same again");
        }
        rows.forEach(row -> must(row.size() == type.columns().size(), "a row has the cells of its type"));
    }

    private static String written(List<String> cells) {
        List<String> quoted = new ArrayList<>();
        cells.forEach(cell -> quoted.add('"' + cell.replace("\"", "\"\"") + '"'));
        return String.join(",", quoted);
    }

    private static void isOfUse(Violation violation) {
        must(!violation.message().isBlank(), "a violation says what to do");
        must(violation.row() >= 0 && violation.line() >= 0, "a violation has a place");
        must(!CardNumbers.isIn(violation.message()), "no card number in a sentence");
        must(violation.value() == null || !CardNumbers.isIn(violation.value()), "no card number in a value");
        must(violation.value() == null || violation.value().length() <= 100, "a value is cut");
    }

    private static void isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            must(files.findAny().isEmpty(), "no file is left");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
