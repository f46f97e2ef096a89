package io.migrator.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM tells of its collections with {@code -Xlog:gc}. */
public final class GcLog {

    /** {@code 120M->45M(512M)}: before, after, and the size of the heap. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)([KMG])->(\\d+)([KMG])\\(");

    private final Path file;

    GcLog(Path file) {
        this.file = file;
    }

    String option() {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /** How many collections there have been. */
    public long collections() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> COLLECTION.matcher(line).find()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes that were still in use after a collection, at most, since there had been so many collections. */
    public double mostUsed(long since) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .skip(since)
                    .mapToDouble(found -> megabytes(found.group(3), found.group(4)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double megabytes(String number, String unit) {
        double value = Double.parseDouble(number);
        return switch (unit) {
            case "K" -> value / 1024;
            case "G" -> value * 1024;
            default -> value;
        };
    }
}
