package io.migrator.exporter.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The rows of the sample; the same at every call. Nobody in it is real: names are put together, numbers are those kept for films. */
final class SampleRows {

    static final int CLIENTS = 300;

    private static final long SEED = 16;
    private static final LocalDate LATEST = LocalDate.of(2025, 6, 30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Random random = new Random(SEED);
    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    private SampleRows() {}

    /** By table, in the order of the columns. */
    static Map<String, List<@Nullable Object[]>> all() {
        SampleRows sample = new SampleRows();
        for (int n = 1; n <= CLIENTS; n++) {
            sample.client(n);
            sample.memos(n);
            sample.payments(n);
            sample.choices(n);
        }
        sample.spoil();
        return sample.rows;
    }

    private void add(String table, @Nullable Object... values) {
        rows.computeIfAbsent(table, name -> new ArrayList<>()).add(values);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String moment() {
        return LATEST.minusDays(random.nextInt(2_000)) + " "
                + String.format(Locale.ROOT, "%02d:%02d:00", random.nextInt(24), random.nextInt(60));
    }

    private void client(int n) {
        List<String> town = pick(SampleWords.TOWNS);
        String given = pick(SampleWords.GIVEN);
        String joined = moment();
        add(
                "tblClient",
                10_000 + n,
                pick(List.of("MR", "MS", "MX", "DR", "")),
                given,
                pick(SampleWords.FAMILY),
                LocalDate.of(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28))
                        .format(DAY),
                n % 9 == 0 ? null : " Client" + n + "@Example.com",
                n % 9 == 0 || n % 3 != 0 ? pick(SampleWords.MOBILES) : null,
                (1 + random.nextInt(200)) + " " + pick(SampleWords.STREETS),
                random.nextInt(5) == 0 ? "Unit " + (1 + random.nextInt(20)) : "",
                town.get(0),
                town.get(1),
                town.get(2),
                "AU",
                pick(List.of("A", "A", "A", "L", "D")),
                joined,
                pick(List.of("Y", "N")),
                random.nextInt(3) == 0 ? new BigDecimal(random.nextInt(400)).divide(new BigDecimal(4)) : null,
                joined);
    }

    private void memos(int client) {
        for (int i = random.nextInt(3); i > 0; i--) {
            add(
                    "tblMemo",
                    number("tblMemo"),
                    10_000 + client,
                    moment(),
                    pick(List.of("Front desk", "Night shift", "")),
                    pick(List.of("GEN", "PAY", "COMP", "ACC")),
                    random.nextInt(2),
                    pick(SampleWords.MEMOS));
        }
    }

    private void payments(int client) {
        int number = number("tblPayMeth");
        switch (client % 3) {
            case 0 ->
                add(
                        "tblPayMeth",
                        number,
                        10_000 + client,
                        "CARD",
                        "A",
                        "Y",
                        "oldpay",
                        "tok_" + letters(),
                        "VISA",
                        "4242",
                        "2031-04",
                        "CARD HOLDER",
                        null,
                        null,
                        null,
                        null);
            case 1 ->
                add(
                        "tblPayMeth",
                        number,
                        10_000 + client,
                        "BANK",
                        "A",
                        "Y",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Account Holder",
                        "062000",
                        "9876",
                        null);
            default ->
                add(
                        "tblPayMeth",
                        number,
                        10_000 + client,
                        "PAYPAL",
                        "E",
                        "N",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "client" + client + "@example.com");
        }
    }

    /** No digits: a long number would be taken for a card's. */
    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private void choices(int client) {
        for (String channel : List.of("EMAIL", "SMS")) {
            add(
                    "tblOptIn",
                    number("tblOptIn"),
                    10_000 + client,
                    channel,
                    "MKT",
                    pick(List.of("Y", "N")),
                    moment(),
                    "Web form");
        }
        add("tblLoginLog", number("tblLoginLog"), "192.0.2." + client % 250, "browser", moment());
    }

    private int number(String table) {
        return rows.getOrDefault(table, List.of()).size() + 1;
    }

    /** What every old system has some of. */
    private void spoil() {
        set("tblClient", 6, 4, "31/02/1980"); // no day
        set("tblClient", 12, 4, "01/05/2024"); // too young
        set("tblClient", 18, 5, "no mail, see file"); // no mailbox address
        set("tblClient", 24, 13, "Z"); // a state that nobody remembers
        set("tblClient", 29, 5, "client31@example.com"); // somebody else has it too
        set("tblClient", 36, 6, "ask his sister");
        set("tblMemo", 3, 6, ""); // says nothing
        set("tblMemo", 7, 1, 99_999); // of a client that is gone
    }

    private void set(String table, int row, int column, @Nullable Object value) {
        List<@Nullable Object[]> of = rows.getOrDefault(table, List.of());
        Arrays.fill(of.get(row - 1), column, column + 1, value);
    }
}
