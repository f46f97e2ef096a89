package io.migrator.command.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Suites that others have made for CSV readers, against this one. Every difference is listed here with its reason. */
class ThirdPartyCsvTest {

    private static final Path DATA = Path.of("src/test/resources/csv");
    private static final RecordForm COMMAS = new RecordForm(',', false);

    /** What the reader does instead, by check. REFUSED: a broken quote ends the reading. */
    private record Difference(String reason, List<List<String>> records) {}

    private static final List<List<String>> REFUSED = List.of();

    private static final Map<String, Difference> DIFFERENCES = Map.ofEntries(
            refused("open-quotation-1", "what follows a quote that is never closed would have to be guessed"),
            refused("open-quotation-2", "what follows a quote that is never closed would have to be guessed"),
            otherwise("spaces-around-quotes-1", "blanks after a closing quote are no part of the cell", List.of("D")),
            otherwise("spaces-around-quotes-2", "blanks after a closing quote are no part of the cell", List.of("A,B")),
            otherwise("line-breaks-3", "a blank line is no record", List.of("D")),
            otherwise("skip-empty-lines-2", "a line of blanks only is a blank line", List.of("A")),
            otherwise("spaces-unquoted-1", "a line of blanks only is a blank line"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theSpectrumIsReadAsItsJsonSays() throws IOException {
        List<Path> files = files(DATA.resolve("csv-spectrum/csvs"), ".csv");
        assertThat(files).hasSize(11);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String json = file.getFileName().toString().replace(".csv", ".json");
                    assertThat(objects(Records.read(folder, Files.readAllBytes(file), COMMAS)))
                            .isEqualTo(
                                    expected(DATA.resolve("csv-spectrum/json").resolve(json)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSpecificationOfFastCsvIsKeptButForTheDifferences() throws IOException {
        List<Map<String, Object>> checks = checks();
        assertThat(checks).hasSizeGreaterThan(40);
        return checks.stream().flatMap(check -> inputs(check)
                .map(input -> DynamicTest.dynamicTest(
                        check.get("id") + " " + input.replace("\r", "CR").replace("\n", "LF"),
                        () -> judge(check, input))));
    }

    @Test
    void everyDifferenceIsThatOfACheck() throws IOException {
        Set<String> ids = new TreeSet<>();
        checks().forEach(check -> ids.add((String) check.get("id")));
        assertThat(ids).containsAll(DIFFERENCES.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8_bom", "utf8_nobom", "utf16be_bom", "utf16le_bom"})
    void byteOrderMarksTellTheEncoding(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(DATA.resolve("fastcsv-spec").resolve(file + ".csv"));
        assertThat(Records.read(folder, bytes, COMMAS)).containsExactly(List.of("foo", "üÜß"), List.of("123", "456"));
    }

    /** The one encoding with a mark that is refused: nothing writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"utf32be_bom", "utf32le_bom"})
    void utf32IsRefused(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(DATA.resolve("fastcsv-spec").resolve(file + ".csv"));
        assertThatThrownBy(() -> Records.read(folder, bytes, COMMAS)).hasMessage("FILE_ENCODING");
    }

    private void judge(Map<String, Object> check, String input) throws Exception {
        Difference difference = DIFFERENCES.get((String) check.get("id"));
        if (difference != null && difference.records() == REFUSED) {
            assertThatThrownBy(() -> Records.read(folder, input.getBytes(UTF_8), COMMAS))
                    .as(difference.reason())
                    .isInstanceOf(CSVException.class);
            return;
        }
        List<List<String>> records = Records.read(folder, input.getBytes(UTF_8), COMMAS);
        List<List<String>> theirs = expected(check, input);
        if (difference == null) {
            assertThat(records).isEqualTo(theirs);
        } else {
            assertThat(records)
                    .as(difference.reason())
                    .isEqualTo(difference.records())
                    .isNotEqualTo(theirs);
        }
    }

    /** Those with comments aside: a hash is a character like any other here, which the checks without comments hold. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> checks() throws IOException {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Path file : files(DATA.resolve("fastcsv-spec/spec"), ".yaml")) {
            Map<String, Object> suite = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, Object> settings = (Map<String, Object>) suite.getOrDefault("settings", Map.of());
            if (Set.of("NONE", "").contains(settings.getOrDefault("commentMode", ""))) {
                found.addAll((List<Map<String, Object>>) suite.get("checks"));
            }
        }
        return found;
    }

    /** The suite's signs, as it explains them; one sign stands for every line end in turn. */
    private static Stream<String> inputs(Map<String, Object> check) {
        String input = ((String) check.get("input"))
                .replace("␍", "\r")
                .replace("␊", "\n")
                .replace("␤", "\r\n")
                .replace("␠", " ");
        return input.contains("⏎")
                ? Stream.of("\r\n", "\n", "\r").map(lineEnd -> input.replace("⏎", lineEnd))
                : Stream.of(input);
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> expected(Map<String, Object> check, String input) {
        String lineEnd = input.contains("\r\n") ? "\r\n" : input.contains("\r") ? "\r" : "\n";
        return ((List<List<String>>) check.get("records"))
                .stream()
                        .map(record -> record.stream()
                                .map(cell -> cell.replace("⏎", lineEnd))
                                .toList())
                        .toList();
    }

    private static List<Map<String, String>> objects(List<List<String>> records) {
        List<Map<String, String>> objects = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, String> object = new LinkedHashMap<>();
            assertThat(record).hasSameSizeAs(records.get(0));
            for (int i = 0; i < record.size(); i++) {
                object.put(records.get(0).get(i), record.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<Map<String, String>> expected(Path json) throws IOException {
        List<Map<String, String>> objects = new ArrayList<>();
        for (JsonNode node : new JsonMapper().readTree(Files.readString(json))) {
            Map<String, String> object = new LinkedHashMap<>();
            node.properties()
                    .forEach(
                            field -> object.put(field.getKey(), field.getValue().asString()));
            objects.add(object);
        }
        return objects;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Map.Entry<String, Difference> refused(String check, String reason) {
        return Map.entry(check, new Difference(reason, REFUSED));
    }

    @SafeVarargs
    private static Map.Entry<String, Difference> otherwise(String check, String reason, List<String>... records) {
        return Map.entry(check, new Difference(reason, new ArrayList<>(List.of(records))));
    }
}
