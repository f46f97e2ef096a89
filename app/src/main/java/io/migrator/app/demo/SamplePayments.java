package io.migrator.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Payment methods of the sample customers, and the migration of their cards to another gateway. */
final class SamplePayments {

    private static final String OLD_GATEWAY = "oldpay";
    private static final String NEW_GATEWAY = "newpay";

    /** What other files say about a payment method. */
    record Method(String key, String customer, Map<String, Object> cells) {

        boolean isCard() {
            return "CARD".equals(cells.get("METHOD_TYPE"));
        }
    }

    private final Chance chance;

    SamplePayments(long seed) {
        this.chance = new Chance(seed);
    }

    /** Adds payment methods, the first of each customer being the default one. */
    List<Method> addTo(SampleTable table, List<String> customers, int count) {
        List<Method> methods = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String key = String.format(Locale.ROOT, "PM-%04d", i);
            String customer = customers.get((i - 1) % customers.size());
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("EXTERNAL_ID", key);
            cells.put("CUSTOMER_EXTERNAL_ID", customer);
            cells.put("STATUS", chance.pick("ACTIVE", "ACTIVE", "ACTIVE", "EXPIRED", "REMOVED"));
            cells.put("IS_DEFAULT", i <= customers.size());
            kind(cells, key);
            table.add(cells);
            methods.add(new Method(key, customer, cells));
        }
        return methods;
    }

    private void kind(Map<String, Object> cells, String key) {
        switch (chance.pick("CARD", "CARD", "BANK_ACCOUNT", "PAYPAL")) {
            case "CARD" -> {
                cells.put("METHOD_TYPE", "CARD");
                cells.put("GATEWAY", OLD_GATEWAY);
                cells.put("GATEWAY_TOKEN", chance.token("tok_"));
                cells.put("CARD_BRAND", chance.pick("VISA", "MASTERCARD", "AMEX"));
                cells.put("CARD_LAST4", chance.digits(4));
                cells.put("CARD_EXPIRY", chance.between(2024, 2030) + chance.pick("-03", "-07", "-11"));
            }
            case "BANK_ACCOUNT" -> {
                cells.put("METHOD_TYPE", "BANK_ACCOUNT");
                cells.put("ACCOUNT_NAME", "Holder of " + key);
                cells.put("BSB", chance.digits(6));
                cells.put("ACCOUNT_LAST4", chance.digits(4));
            }
            default -> {
                cells.put("METHOD_TYPE", "PAYPAL");
                cells.put("PAYPAL_EMAIL", key.toLowerCase(Locale.ROOT) + "@example.net");
            }
        }
    }

    /**
     * Adds one row for each of the first cards. The target refuses {@code wrongTokens} of them for a token it does not know the
     * card by, and {@code unknownMethods} more for a payment method it does not have.
     */
    void addGatewayMigrationTo(
            SampleTable table, List<Method> methods, int count, int wrongTokens, int unknownMethods) {
        List<Method> cards =
                methods.stream().filter(Method::isCard).limit(count).toList();
        for (int i = 0; i < cards.size(); i++) {
            Map<String, Object> cells = move(cards.get(i));
            if (i < wrongTokens) {
                cells.put("OLD_TOKEN", chance.token("tok_other_"));
            } else if (i < wrongTokens + unknownMethods) {
                cells.put("EXTERNAL_ID", "PM-GONE-" + i);
            }
            table.add(cells);
        }
    }

    private Map<String, Object> move(Method card) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("EXTERNAL_ID", card.key());
        cells.put("CUSTOMER_EXTERNAL_ID", card.customer());
        cells.put("OLD_GATEWAY", OLD_GATEWAY);
        cells.put("OLD_TOKEN", card.cells().getOrDefault("GATEWAY_TOKEN", ""));
        cells.put("NEW_GATEWAY", NEW_GATEWAY);
        cells.put("NEW_TOKEN", chance.token("np_"));
        cells.put("CARD_LAST4", card.cells().getOrDefault("CARD_LAST4", ""));
        cells.put("CARD_EXPIRY", card.cells().getOrDefault("CARD_EXPIRY", ""));
        cells.put("NETWORK_TRANSACTION_ID", chance.percent(50) ? chance.token("nti_") : "");
        return cells;
    }
}
