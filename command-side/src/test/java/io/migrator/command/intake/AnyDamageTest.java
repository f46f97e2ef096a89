package io.migrator.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.violations.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * A file that was damaged on its way: cut, spliced, its quotes, separators and line ends gone, doubled or put elsewhere, its bytes
 * turned. It is either read as what it then says, as another reader reads it, or refused where the damage is and not before.
 */
class AnyDamageTest {

    private static final String HEADER = "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY";

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("damage");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.delete(folder);
    }

    /** How a file is damaged at a place. */
    enum Damage {
        CUT_OFF {
            @Override
            byte[] at(int place, int length, byte[] file) {
                return Arrays.copyOf(file, place);
            }
        },
        TAKEN_OUT {
            @Override
            byte[] at(int place, int length, byte[] file) {
                return joined(file, 0, place, file, Math.min(file.length, place + length), file.length);
            }
        },
        TWICE {
            @Override
            byte[] at(int place, int length, byte[] file) {
                return joined(file, 0, Math.min(file.length, place + length), file, place, file.length);
            }
        },
        TURNED {
            @Override
            byte[] at(int place, int length, byte[] file) {
                byte[] turned = file.clone();
                turned[place] ^= (byte) (1 << (length % 8));
                return turned;
            }
        },
        PUT_IN {
            @Override
            byte[] at(int place, int length, byte[] file) {
                String[] signs = {"\"", ",", "\n", "\r", "\r\n", "\0", ";", "\t", "\uFEFF", "\"\"", " \"", "é"};
                byte[] sign = signs[length % signs.length].getBytes(StandardCharsets.UTF_8);
                byte[] before = joined(file, 0, place, sign, 0, sign.length);
                return joined(before, 0, before.length, file, place, file.length);
            }
        },
        SIGN_TAKEN_OUT {
            @Override
            byte[] at(int place, int length, byte[] file) {
                int sign = place;
                while (sign < file.length && "\",\r\n".indexOf(file[sign]) < 0) {
                    sign++;
                }
                return joined(file, 0, sign, file, Math.min(file.length, sign + 1), file.length);
            }
        };

        abstract byte[] at(int place, int length, byte[] file);

        static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(one, from, to - from);
            bytes.write(other, otherFrom, otherTo - otherFrom);
            return bytes.toByteArray();
        }
    }

    @Property(tries = 4000)
    void aDamagedFileIsReadAsItStandsOrRefusedWhereItIsDamaged(
            @ForAll("files") String text,
            @ForAll Damage damage,
            @ForAll @IntRange(max = 1_000_000) int somewhere,
            @ForAll @IntRange(min = 1, max = 60) int length)
            throws Exception {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        byte[] damaged = damage.at(somewhere % whole.length, length, whole);

        try (Reading reading = Reading.of(folder, damaged)) {
            Statistics.collect(reading.log().isEmpty() ? "read" : "refused");
            if (reading.log().isEmpty()) {
                assertThat(StagedRows.of(reading, false))
                        .isEqualTo(PlainReader.rows(
                                damaged,
                                reading.result().dialect(),
                                reading.result().type().orElseThrow().columns().size()));
            } else {
                int place = firstDifference(whole, damaged);
                assertThat(reading.violations()).allSatisfy(violation -> isAtOrAfter(violation, place, whole));
            }
        }
        Statistics.coverage(seen -> {
            seen.check("read").percentage(share -> share > 5);
            seen.check("refused").percentage(share -> share > 5);
        });
    }

    private static void isAtOrAfter(Violation violation, int place, byte[] whole) {
        String before = new String(whole, 0, place, StandardCharsets.ISO_8859_1);
        int record = startOfRecord(before);
        long line = before.substring(0, record).chars().filter(c -> c == '\n').count() + 1;
        assertThat(violation.line() == 0 || violation.line() >= line)
                .as("%s, but the damage is in the record that begins on line %d", violation, line)
                .isTrue();
    }

    private static int startOfRecord(String before) {
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            isQuoted ^= before.charAt(i) == '"';
            // What follows a line end may still change what came before it: "\r\n" is one.
            if (before.charAt(i) == '\n' && !isQuoted && i + 1 < before.length()) {
                start = i + 1;
            }
        }
        return start;
    }

    private static int firstDifference(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        return difference < 0 ? one.length : difference;
    }

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("abcé€,;\"\r\n ".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<List<String>> cells = text.list().ofSize(3);
        return Combinators.combine(
                        cells.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.of(true, false),
                        Arbitraries.of("\r\n", "\n"))
                .as(AnyDamageTest::file);
    }

    private static String file(List<List<String>> rows, boolean allQuoted, String lineEnd) {
        StringBuilder file = new StringBuilder(HEADER).append(lineEnd);
        for (int row = 0; row < rows.size(); row++) {
            List<String> texts = rows.get(row);
            List<String> cells = List.of(
                    "N-" + row,
                    "C" + texts.get(0),
                    "2024-02-29T12:00:00Z",
                    texts.get(1),
                    "GENERAL",
                    "true",
                    "B" + texts.get(2));
            file.append(String.join(
                            ",",
                            cells.stream().map(cell -> written(cell, allQuoted)).toList()))
                    .append(lineEnd);
        }
        return file.toString();
    }

    private static String written(String cell, boolean quoted) {
        boolean needsQuotes = cell.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return quoted || needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
