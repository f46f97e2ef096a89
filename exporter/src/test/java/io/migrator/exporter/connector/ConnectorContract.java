package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every connector has to keep, whatever it connects to. A connector's own test fills a source with these people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConnectorContract {

    static final int PEOPLE = 1_000;

    /** A person; id and branch together are a key as well, and names are skewed: most are alike. */
    record Person(
            long id,
            String branch,
            String name,
            @Nullable String mail,
            @Nullable BigDecimal balance,
            LocalDate born,
            LocalDateTime changed,
            boolean isActive) {}

    static final List<Person> ALL = IntStream.rangeClosed(1, PEOPLE)
            .mapToObj(n -> new Person(
                    n * 3L,
                    n % 10 == 0 ? "north" : "south",
                    n % 7 == 0 ? "O'Neil, \"Zoë\" 株式会社" : "Smith",
                    n % 5 == 0 ? null : "p" + n + "@example.org",
                    n % 4 == 0 ? null : new BigDecimal(n).movePointLeft(2),
                    LocalDate.of(1950, 1, 1).plusDays(n * 13L),
                    LocalDateTime.of(2024, 1, 1, 10, 0).plusMinutes(n),
                    n % 2 == 0))
            .toList();

    static final List<String> COLUMNS = List.of("id", "branch", "name", "mail", "balance", "born", "changed", "active");

    abstract ConnectionSettings settings();

    Connector open(ConnectionSettings settings) {
        return Connectors.open(settings);
    }

    /** Where a password is looked at, the right one made wrong. */
    abstract Optional<ConnectionSettings> withWrongPassword();

    static ConnectionSettings settings(String url, String user, String password) {
        return new ConnectionSettings(url, user, password, ZoneOffset.UTC, 100);
    }

    /** Null where a source has none. */
    @Nullable
    String changeColumn() {
        return "changed";
    }

    Extract people(List<String> key) {
        return new Extract("PEOPLE", "people", null, "", key, changeColumn(), COLUMNS, Optional.empty());
    }

    @Test
    void itSaysWhatItIs() {
        try (Connector connector = open(settings())) {
            assertThat(connector.check()).isNotBlank();
        }
    }

    @Test
    void theTableIsDiscovered() {
        try (Connector connector = open(settings())) {
            assertThat(connector.discover())
                    .filteredOn(table ->
                            table.name().toLowerCase(java.util.Locale.ROOT).endsWith("people"))
                    .singleElement()
                    .satisfies(table -> {
                        assertThat(table.rows()).isEqualTo(PEOPLE);
                        assertThat(table.columns())
                                .extracting(column -> column.name().toLowerCase(java.util.Locale.ROOT))
                                .containsAll(COLUMNS);
                    });
        }
    }

    @Test
    void blocksHoldEveryRowOnce() throws Exception {
        for (List<String> key : List.of(List.of("id"), List.of("branch", "id"), List.of("name", "branch", "id"))) {
            List<List<Object>> rows = read(people(key), 90, 3);
            assertThat(rows).as("by %s", key).hasSize(PEOPLE);
            assertThat(rows.stream().map(row -> row.get(0)).distinct()).hasSize(PEOPLE);
        }
    }

    @Test
    void blocksAreBalanced() {
        try (Connector connector = open(settings());
                Reading reading = connector.begin(1)) {
            Extract extract = people(List.of("name", "branch", "id"));
            List<Block> blocks = connector.plan(extract, 100);
            assertThat(blocks).hasSizeBetween(PEOPLE / 100, PEOPLE / 100 + 1);
            for (Block block : blocks.subList(0, blocks.size() - 1)) {
                List<Object> rows = new ArrayList<>();
                reading.read(extract, block, row -> rows.add(row[0]));
                assertThat(rows).hasSizeBetween(99, 101);
            }
        }
    }

    @Test
    void aPlanSaysHowManyRowsEachBlockHas() {
        try (Connector connector = open(settings())) {
            assertThat(rows(connector.plan(people(List.of("branch", "id")), 300)))
                    .containsExactly(300L, 300L, 300L, 100L);
            assertThat(rows(connector.plan(people(List.of("id")), PEOPLE))).startsWith((long) PEOPLE);
            assertThat(rows(connector.plan(people(List.of("id")), PEOPLE * 2))).containsExactly((long) PEOPLE);
        }
    }

    private static List<Long> rows(List<Block> blocks) {
        return blocks.stream().map(Block::rows).toList();
    }

    @Test
    void valuesAreTheSameWhateverTheSource() throws Exception {
        List<List<Object>> rows = read(people(List.of("id")), PEOPLE * 2, 1);
        for (int n = 0; n < PEOPLE; n++) {
            assertThat(rows.get(n)).containsExactlyElementsOf(expected(ALL.get(n)));
        }
    }

    /** What a source that knows no dates or truths gives instead is its own test's to say. */
    List<Object> expected(Person person) {
        BigDecimal balance = person.balance() == null ? null : person.balance().stripTrailingZeros();
        return Arrays.asList(
                person.id(),
                person.branch(),
                person.name(),
                person.mail(),
                balance == null ? null : balance.scale() <= 0 ? (Object) balance.longValueExact() : balance,
                person.born(),
                person.changed(),
                person.isActive());
    }

    @Test
    void aFilterIsRespectedByPlanAndReading() throws Exception {
        Extract some = new Extract(
                "PEOPLE", "people", null, filter(), List.of("id"), null, List.of("id", "branch"), Optional.empty());
        List<List<Object>> rows = read(some, 30, 2);
        assertThat(rows).hasSize(PEOPLE / 10).allSatisfy(row -> assertThat(row).contains("north"));
        try (Connector connector = open(settings())) {
            assertThat(rows(connector.plan(some, 30))).containsExactly(30L, 30L, 30L, 10L);
        }
    }

    String filter() {
        return "branch = 'north'";
    }

    @Test
    void theFirstRowsAreAsManyAsAskedForAndTheRestCanStillBeRead() {
        Extract extract = people(List.of("id"));
        List<Object> rows = new ArrayList<>();
        try (Connector connector = open(settings());
                Reading reading = connector.begin(1)) {
            reading.first(extract, 3, row -> rows.add(row[1]));
            assertThat(rows).containsExactly("south", "south", "south");
            rows.clear();
            reading.read(extract, new Block(1, List.of(), List.of(), PEOPLE), row -> rows.add(row[0]));
            assertThat(rows).hasSize(PEOPLE);
        }
    }

    @Test
    void onlyWhatHasChangedSinceIsRead() throws Exception {
        Extract all = people(List.of("id"));
        KeyValue last;
        try (Connector connector = open(settings())) {
            last = connector.state(all).orElseThrow();
        }
        assertThat(read(all.since(last), 100, 1)).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (Connector connector = open(settings())) {
            assertThatThrownBy(() -> connector.columns(new Extract(
                            "X", "nowhere", null, "", List.of("id"), null, List.of("id"), Optional.empty())))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> connector.columns(people(List.of("id")).withColumns(List.of("id", "shoe_size"))))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("shoe_size");
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        withWrongPassword().ifPresent(wrong -> {
            try (Connector connector = open(wrong)) {
                assertThatThrownBy(connector::check)
                        .isInstanceOf(SourceException.class)
                        .hasMessageNotContaining(wrong.password());
            }
        });
    }

    private List<List<Object>> read(Extract extract, int rowsPerBlock, int readers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try (Connector connector = open(settings());
                Reading reading = connector.begin(readers)) {
            List<Future<List<List<Object>>>> blocks = new ArrayList<>();
            for (Block block : connector.plan(extract, rowsPerBlock)) {
                blocks.add(threads.submit(() -> {
                    List<List<Object>> rows = new ArrayList<>();
                    reading.read(extract, block, row -> rows.add(new ArrayList<>(Arrays.asList(row))));
                    return rows;
                }));
            }
            List<List<Object>> all = new ArrayList<>();
            for (Future<List<List<Object>>> block : blocks) {
                all.addAll(block.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }
}
