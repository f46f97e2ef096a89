package io.migrator.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was said to and by the sample customers: notes on them, and what they agreed to receive. */
final class SampleContacts {

    private static final List<String> BODIES = List.of(
            "Called about a ticket that does not show.\nExplained; the customer is happy.",
            "Asked us to \"ring back after five, please\".",
            "Wants the statement by post; address checked, unchanged.",
            "Complaint about a late prize.\r\nSteps taken:\r\n- checked the draw\r\n- paid out",
            "Möchte künftig auf Deutsch angeschrieben werden – vermerkt.",
            "Câu hỏi về giới hạn chi tiêu hằng tuần; đã giải thích.",
            "言語の設定について問い合わせがあった。",
            "Set a spend limit after a talk; will be asked again in a month. 👍");

    private final Chance chance;

    SampleContacts(long seed) {
        this.chance = new Chance(seed);
    }

    /** Adds notes; the target refuses {@code unknownCustomers} of them, which are spread over the file. */
    void addNotesTo(SampleTable table, List<String> customers, int count, int unknownCustomers) {
        int distance = count / unknownCustomers;
        for (int i = 1; i <= count; i++) {
            boolean unknown = i % distance == 0 && i / distance <= unknownCustomers;
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("EXTERNAL_ID", String.format(Locale.ROOT, "N-%05d", i));
            cells.put("CUSTOMER_EXTERNAL_ID", unknown ? "C-GONE-" + i : chance.pick(customers));
            cells.put("NOTED_AT", chance.momentInLast(1_500));
            cells.put("AUTHOR", chance.pick("service desk", "night shift", "Łódź office", ""));
            cells.put("CATEGORY", chance.pick("GENERAL", "PAYMENT", "COMPLAINT", "ACCOUNT", "RESPONSIBLE_GAMBLING"));
            cells.put("PINNED", chance.pick(true, false, ""));
            cells.put("BODY", chance.pick(BODIES));
            table.add(cells);
        }
    }

    /** Adds one preference for each customer in turn, never the same one twice. */
    void addPreferencesTo(SampleTable table, List<String> customers, int count) {
        List<String> channels = List.of("EMAIL", "SMS", "PHONE", "POST");
        for (int i = 0; i < count; i++) {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("EXTERNAL_ID", String.format(Locale.ROOT, "P-%05d", i + 1));
            cells.put("CUSTOMER_EXTERNAL_ID", customers.get(i % customers.size()));
            cells.put("CHANNEL", channels.get(i / customers.size() % channels.size()));
            cells.put("PURPOSE", chance.pick("MARKETING", "RESULTS", "REMINDERS"));
            cells.put("LOTTERY_KEY", chance.pick("", "", "POWERBALL"));
            cells.put("OPTED_IN", chance.percent(60));
            cells.put("CAPTURED_AT", chance.momentInLast(1_000));
            cells.put("CAPTURE_SOURCE", chance.pick("web form", "call centre", "imported 2021"));
            table.add(cells);
        }
    }
}
