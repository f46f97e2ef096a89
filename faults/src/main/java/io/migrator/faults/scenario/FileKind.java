package io.migrator.faults.scenario;

import java.util.List;
import java.util.Random;

/** The file types that scenarios send, with the target's table of each. Columns as in the product's contract. */
public enum FileKind {
    CUSTOMER_DETAILS(
            "customers",
            "EXTERNAL_ID,TITLE,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,EMAIL,MOBILE,ADDRESS_LINE_1,ADDRESS_LINE_2,SUBURB,STATE,"
                    + "POSTCODE,COUNTRY,ACCOUNT_STATUS,REGISTERED_AT,EMAIL_VERIFIED,LOCALE,SELF_EXCLUDED_UNTIL,"
                    + "WEEKLY_SPEND_LIMIT_CENTS") {
        @Override
        List<String> row(Random random, String key, String customer) {
            return List.of(
                    key,
                    oneOf(random, "", "Ms", "Dr"),
                    oneOf(random, "Zoë", "Ngũgĩ", "Ann, \"the first\"") + random.nextInt(1000),
                    "O'Neil",
                    "19" + (60 + random.nextInt(40)) + "-02-28",
                    key + "@" + random.nextInt(1000) + ".example.org",
                    "",
                    oneOf(random, "", random.nextInt(100) + " High St\r\nUnit " + random.nextInt(10)),
                    "",
                    oneOf(random, "", "Manly", "Bondi"),
                    oneOf(random, "", "NSW", "VIC"),
                    "",
                    "AU",
                    oneOf(random, "ACTIVE", "LOCKED"),
                    "",
                    oneOf(random, "", "true", "false"),
                    oneOf(random, "", "en-AU"),
                    "",
                    oneOf(random, "", Integer.toString(random.nextInt(100_000))));
        }
    },
    CUSTOMER_NOTES("customer_notes", "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY") {
        @Override
        List<String> row(Random random, String key, String customer) {
            return List.of(
                    key,
                    customer,
                    "2024-05-0" + (1 + random.nextInt(9)) + "T10:00:00Z",
                    oneOf(random, "", "Ada"),
                    oneOf(random, "GENERAL", "COMPLAINT"),
                    oneOf(random, "", "true", "false"),
                    "Said \"no\",\nthen " + random.nextInt(1000));
        }
    },
    PAYMENT_METHODS(
            "payment_methods",
            "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,METHOD_TYPE,STATUS,IS_DEFAULT,GATEWAY,GATEWAY_TOKEN,CARD_BRAND,CARD_LAST4,"
                    + "CARD_EXPIRY,CARDHOLDER_NAME,ACCOUNT_NAME,BSB,ACCOUNT_LAST4,PAYPAL_EMAIL") {
        @Override
        List<String> row(Random random, String key, String customer) {
            String last4 = Integer.toString(1000 + random.nextInt(9000));
            boolean isAccount = random.nextBoolean();
            return List.of(
                    key,
                    customer,
                    isAccount ? "BANK_ACCOUNT" : "PAYPAL",
                    oneOf(random, "ACTIVE", "REMOVED"),
                    "false",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    isAccount ? "Account " + random.nextInt(100) : "",
                    isAccount ? "062000" : "",
                    isAccount ? last4 : "",
                    isAccount ? "" : key + "@pay.example.org");
        }
    },
    TICKET_HISTORY(
            "tickets",
            "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,LOTTERY_KEY,DRAW_NUMBER,DRAW_DATE,PURCHASED_AT,LINES,NUMBERS,PRICE_CENTS,"
                    + "CURRENCY,STATUS,PRIZE_CENTS,RECURRING_EXTERNAL_ID") {
        @Override
        List<String> row(Random random, String key, String customer) {
            boolean isPaid = random.nextBoolean();
            return List.of(
                    key,
                    customer,
                    "POWERBALL",
                    Integer.toString(1 + random.nextInt(2000)),
                    "2024-06-06",
                    "2024-06-01T09:30:00Z",
                    Integer.toString(1 + random.nextInt(20)),
                    oneOf(random, "", "1-2-3-4-5-6|7-8-9-10-11-12"),
                    Integer.toString(random.nextInt(10_000)),
                    "AUD",
                    isPaid ? "PAID" : "PURCHASED",
                    isPaid ? Integer.toString(random.nextInt(1_000_000)) : "",
                    "");
        }
    };

    private final String table;
    private final List<String> columns;

    FileKind(String table, String columns) {
        this.table = table;
        this.columns = List.of(columns.split(","));
    }

    /** A row in order, with a chance that its optional cells are empty. */
    abstract List<String> row(Random random, String key, String customer);

    /** Where the target keeps such records. */
    public String table() {
        return table;
    }

    /** The header. */
    public List<String> columns() {
        return columns;
    }

    private static String oneOf(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
