package io.migrator.exporter.legacy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * What the old CRM knows, made from a fixed seed: customers, and two tables that belong to them. A value is a text, a number, a
 * {@code LocalDate}, an {@code Instant} of whole seconds, a {@code Boolean}, a {@code BigDecimal} of money, or nothing.
 */
public final class LegacyData {

    private static final long SEED = 20240229;
    private static final long FIRST_MOMENT = 1_600_000_000L;

    /** What a column holds. */
    public enum Kind {
        NUMBER,
        TEXT,
        DATE,
        MOMENT,
        TRUTH,
        MONEY
    }

    /** A column. */
    public record Column(String name, Kind kind) {}

    /**
     * A table, whose first column is its key.
     *
     * @param row the values of a row by its number, from 1
     */
    public record Table(String name, List<Column> columns, int rows, Function<Integer, List<@Nullable Object>> row) {}

    private final Faker faker = new Faker(Locale.ENGLISH, new Random(SEED));
    private final int customers;
    /** Names are slow to make; some hundred do. */
    private final List<String> given =
            IntStream.range(0, 400).mapToObj(n -> faker.name().firstName()).toList();

    private final List<String> family =
            IntStream.range(0, 400).mapToObj(n -> faker.name().lastName()).toList();
    private final List<String> streets =
            IntStream.range(0, 400).mapToObj(n -> faker.address().streetName()).toList();
    private final List<String> sentences =
            IntStream.range(0, 400).mapToObj(n -> faker.lorem().sentence()).toList();

    public LegacyData(int customers) {
        this.customers = customers;
    }

    public List<Table> tables() {
        return List.of(
                new Table(
                        "client",
                        List.of(
                                new Column("id", Kind.NUMBER),
                                new Column("given", Kind.TEXT),
                                new Column("family", Kind.TEXT),
                                new Column("born", Kind.DATE),
                                new Column("mail", Kind.TEXT),
                                new Column("mobile", Kind.TEXT),
                                new Column("street", Kind.TEXT),
                                new Column("status", Kind.TEXT),
                                new Column("registered", Kind.MOMENT),
                                new Column("verified", Kind.TRUTH),
                                new Column("weekly", Kind.MONEY)),
                        customers,
                        this::client),
                new Table(
                        "remark",
                        List.of(
                                new Column("id", Kind.NUMBER),
                                new Column("client_id", Kind.NUMBER),
                                new Column("noted", Kind.MOMENT),
                                new Column("category", Kind.TEXT),
                                new Column("pinned", Kind.TRUTH),
                                new Column("body", Kind.TEXT)),
                        customers,
                        this::remark),
                new Table(
                        "consent",
                        List.of(
                                new Column("id", Kind.NUMBER),
                                new Column("client_id", Kind.NUMBER),
                                new Column("channel", Kind.TEXT),
                                new Column("opted", Kind.TRUTH),
                                new Column("captured", Kind.MOMENT)),
                        customers,
                        this::consent));
    }

    private static <T> T one(List<T> of, long n, int salt) {
        return of.get((int) Math.floorMod(n * 7919 + salt * 104_729L, (long) of.size()));
    }

    private static Instant moment(long n) {
        return Instant.ofEpochSecond(FIRST_MOMENT + n * 37);
    }

    private List<@Nullable Object> client(int n) {
        boolean hasMail = n % 7 != 0;
        return Arrays.asList(
                (long) n,
                one(given, n, 1),
                n % 11 == 0 ? "O'Neil, \"Zoë\" 株" : one(family, n, 2),
                LocalDate.of(1940, 1, 1).plusDays(n * 17L % 23_000),
                hasMail ? "c" + n + "@example.org" : null,
                hasMail && n % 3 == 0 ? null : "+6141" + (2_000_000 + n % 1_000_000),
                n % 4 == 0 ? null : n % 200 + " " + one(streets, n, 3),
                one(List.of("A", "L", "D"), n, 4),
                moment(n),
                n % 5 == 0 ? null : n % 2 == 0,
                n % 6 == 0 ? null : BigDecimal.valueOf(n * 25L % 100_000, 2));
    }

    private List<@Nullable Object> remark(int n) {
        return Arrays.asList(
                (long) n,
                (long) (n * 31L % customers + 1),
                moment(n),
                one(List.of("G", "P", "C"), n, 5),
                n % 9 == 0,
                n % 13 == 0 ? "Said: \"call back\",\nthen;\trang off – ok" : one(sentences, n, 6));
    }

    private List<@Nullable Object> consent(int n) {
        return Arrays.asList((long) n, (long) n, one(List.of("E", "S", "P"), n, 7), n % 3 != 0, moment(n));
    }
}
