package io.migrator.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowMessage;
import io.migrator.crm.Rows.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three migrations over the same records, arriving in whatever order and as often as may be, end in the same tables; and
 * these hold, column by column, what the migration started last said.
 */
class FenceOrderTest {

    private static final Installation TARGET = new Installation();
    private static final int RECORDS = 12;
    private static final int MIGRATIONS = 3;
    private static final int ARRIVALS = 6;

    private static final List<String> TABLES = List.of(
            "customers",
            "customer_notes",
            "payment_methods",
            "tickets",
            "recurring_purchases",
            "communication_preferences");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfArrivalDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Row> rows = migrations(random);
        List<String> expected = List.of();
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            String tenant = "tenant-" + seed + "-" + arrival;
            prepare(tenant);

            arrive(tenant, rows, random);

            List<String> content = content(tenant);
            expected = arrival == 0 ? content : expected;
            List<String> difference = new ArrayList<>(content);
            difference.removeAll(expected);
            assertThat(difference).as("arrival %d of seed %d", arrival, seed).isEmpty();
            assertThat(content).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(TABLES.size() * RECORDS);
        }
        assertThat(firstNames("tenant-" + seed + "-0")).isEqualTo(lastStated(rows));
    }

    /** The customers that children refer to, and a payment method for each, stated by a migration before all others. */
    private static void prepare(String tenant) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            rows.add(Rows.customer("C-" + i).at(0).inTenant(tenant));
            rows.add(Rows.card("PM-" + i, "C-" + i).at(0).inTenant(tenant));
        }
        TARGET.take(rows.toArray(Row[]::new));
    }

    private static List<Row> migrations(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int sequence = 1; sequence <= MIGRATIONS; sequence++) {
            for (int i = 0; i < RECORDS; i++) {
                for (Row row : recordsOf(i, sequence, random)) {
                    rows.add(row.at(10L * sequence));
                }
            }
        }
        for (int i = 0; i < RECORDS; i++) {
            // A file of its own, started after the second migration and before the third.
            rows.add(Rows.gatewayMigration("PM-" + i, "C-" + i).at(25));
        }
        return rows;
    }

    private static List<Row> recordsOf(int i, int migration, Random random) {
        String customer = "C-" + i;
        // Some children belong to another customer in every migration; payment methods stay, others refer to them.
        String owner = "C-" + random.nextInt(RECORDS);
        UnaryOperator<String> some = name -> name + random.nextInt(4);
        List<Row> rows = new ArrayList<>();
        rows.add(maybe(random, Rows.customer(customer), "EMAIL", "MOBILE", "SUBURB", "LOCALE")
                .with("FIRST_NAME", some.apply("First")));
        rows.add(maybe(random, Rows.note("N-" + i, owner), "AUTHOR").with("BODY", some.apply("Body")));
        Row card = maybe(random, Rows.card("PM-" + i, customer), "CARDHOLDER_NAME", "CARD_BRAND");
        // What a gateway migration expects of a card must hold before it; what comes after is free.
        rows.add(migration == MIGRATIONS && random.nextBoolean() ? replaced(card) : card);
        rows.add(maybe(random, Rows.ticket("T-" + i, owner), "NUMBERS", "RECURRING_EXTERNAL_ID")
                .with("LINES", (long) random.nextInt(9)));
        rows.add(maybe(random, Rows.recurring("R-" + i, customer, "PM-" + i), "NUMBERS")
                .with("PRICE_CENTS", (long) random.nextInt(9)));
        String captured = "2024-01-0" + (1 + random.nextInt(3)) + "T00:00:00Z";
        rows.add(maybe(random, Rows.preference("P-" + i, owner, captured, random.nextBoolean()), "LOTTERY_KEY"));
        return rows;
    }

    private static Row replaced(Row card) {
        return card.with("GATEWAY", "THIRDPAY")
                .with("GATEWAY_TOKEN", "tok-third")
                .with("CARD_LAST4", "1881");
    }

    private static Row maybe(Random random, Row row, String... columns) {
        Row result = row;
        for (String column : columns) {
            if (random.nextBoolean()) {
                result = result.with(column, column + "-" + random.nextInt(4));
            }
        }
        return result;
    }

    /** In any order, many of them twice, in polls of any size, some polls handled again. */
    private static void arrive(String tenant, List<Row> rows, Random random) {
        List<RowMessage> messages = new ArrayList<>();
        for (Row row : rows) {
            messages.add(row.inTenant(tenant).message());
            if (random.nextInt(3) == 0) {
                messages.add(row.inTenant(tenant).message());
            }
        }
        Collections.shuffle(messages, random);
        int from = 0;
        while (from < messages.size()) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(80));
            List<RowMessage> poll = messages.subList(from, to);
            assertThat(TARGET.take(poll))
                    .allSatisfy(answer -> assertThat(answer.error()).isNull());
            if (random.nextInt(4) == 0) {
                TARGET.take(poll);
            }
            from = to;
        }
    }

    /** Every table but for what each installation assigns by itself. */
    private static List<String> content(String tenant) {
        List<String> content = new ArrayList<>();
        for (String table : TABLES) {
            String owner = table.equals("customers")
                    ? "''"
                    : "(SELECT c.external_id FROM crm.customers c WHERE c.id = r.customer_id)";
            TARGET.query("SELECT '" + table + "', to_jsonb(r) - 'id' - 'crn' - 'tenant' - 'customer_id', " + owner
                            + " FROM crm." + table + " r WHERE tenant = '" + tenant + "' ORDER BY r.external_id")
                    .forEach(content::add);
        }
        return content;
    }

    private static List<String> firstNames(String tenant) {
        return TARGET.query("SELECT external_id, first_name FROM crm.customers WHERE tenant = '" + tenant
                + "' ORDER BY external_id");
    }

    private static List<String> lastStated(List<Row> rows) {
        TreeMap<String, String> names = new TreeMap<>();
        rows.stream()
                .filter(row -> row.fileType().equals("CUSTOMER_DETAILS"))
                .forEach(row ->
                        names.put(row.externalId(), (String) row.desiredState().get("FIRST_NAME")));
        return names.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
