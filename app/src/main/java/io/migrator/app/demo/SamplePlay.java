package io.migrator.app.demo;

import io.migrator.app.demo.SamplePayments.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the sample customers played: tickets they bought, and purchases that recur. */
final class SamplePlay {

    private static final int PRICE_PER_LINE = 135;

    private final Chance chance;

    SamplePlay(long seed) {
        this.chance = new Chance(seed);
    }

    void addTicketsTo(SampleTable table, List<String> customers, int count) {
        for (int i = 1; i <= count; i++) {
            Instant purchased = chance.momentInLast(700);
            int lines = chance.between(1, 4);
            String status = chance.pick("PURCHASED", "PURCHASED", "PAID", "CANCELLED");
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("EXTERNAL_ID", String.format(Locale.ROOT, "T-%05d", i));
            cells.put("CUSTOMER_EXTERNAL_ID", chance.pick(customers));
            play(cells, lines);
            cells.put("DRAW_NUMBER", chance.between(1_000, 5_000));
            cells.put("DRAW_DATE", day(purchased).plusDays(chance.between(1, 6)));
            cells.put("PURCHASED_AT", purchased);
            cells.put("STATUS", status);
            cells.put("PRIZE_CENTS", status.equals("PAID") ? chance.between(5, 90_000) * 10 : "");
            cells.put("RECURRING_EXTERNAL_ID", chance.percent(20) ? "R-" + chance.digits(4) : "");
            table.add(cells);
        }
    }

    /** Adds purchases; the target refuses {@code unknownMethods} of them for a payment method the customer does not have. */
    void addRecurringPurchasesTo(SampleTable table, List<Method> methods, int count, int unknownMethods) {
        for (int i = 1; i <= count; i++) {
            Method method = methods.get(i * 7 % methods.size());
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("EXTERNAL_ID", String.format(Locale.ROOT, "R-%04d", i));
            cells.put("CUSTOMER_EXTERNAL_ID", method.customer());
            play(cells, chance.between(1, 4));
            schedule(cells);
            cells.put("PAYMENT_METHOD_EXTERNAL_ID", i <= unknownMethods ? "PM-GONE-" + i : method.key());
            table.add(cells);
        }
    }

    private void schedule(Map<String, Object> cells) {
        boolean autoplay = chance.percent(50);
        LocalDate start = day(chance.momentInLast(900));
        cells.put("KIND", autoplay ? "AUTOPLAY" : "SUBSCRIPTION");
        cells.put("FREQUENCY", autoplay ? "EVERY_DRAW" : chance.pick("WEEKLY", "MONTHLY"));
        cells.put("STATUS", chance.pick("ACTIVE", "ACTIVE", "PAUSED", "CANCELLED"));
        cells.put("START_DATE", start);
        cells.put("END_DATE", chance.percent(25) ? start.plusYears(chance.between(1, 5)) : "");
        cells.put("NEXT_PURCHASE_DATE", autoplay ? "" : start.plusWeeks(chance.between(1, 150)));
    }

    private void play(Map<String, Object> cells, int lines) {
        cells.put("LOTTERY_KEY", chance.pick("SATURDAY_LOTTO", "POWERBALL", "OZ_LOTTO"));
        cells.put("LINES", lines);
        cells.put(
                "NUMBERS",
                chance.percent(80)
                        ? IntStream.range(0, lines).mapToObj(line -> numbers()).collect(Collectors.joining("|"))
                        : "");
        cells.put("PRICE_CENTS", lines * PRICE_PER_LINE);
        cells.put("CURRENCY", "AUD");
    }

    private String numbers() {
        return chance.random()
                .ints(1, 46)
                .distinct()
                .limit(6)
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("-"));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
