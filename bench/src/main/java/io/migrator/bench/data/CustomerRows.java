package io.migrator.bench.data;

import java.util.SplittableRandom;

/**
 * Made-up customers. What a customer is follows from its number and a fixed seed alone; no two have the same key or mailbox.
 */
final class CustomerRows {

    static final String HEADER = "EXTERNAL_ID,TITLE,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,EMAIL,MOBILE,ADDRESS_LINE_1,"
            + "ADDRESS_LINE_2,SUBURB,STATE,POSTCODE,COUNTRY,ACCOUNT_STATUS,REGISTERED_AT,EMAIL_VERIFIED,LOCALE,"
            + "SELF_EXCLUDED_UNTIL,WEEKLY_SPEND_LIMIT_CENTS\n";

    private static final long SEED = 20_260_601;
    private static final String[] TITLES = {"Mr", "Ms", "Mx", "Dr", ""};
    private static final String[] FIRST_NAMES = {
        "Zoë", "Liam", "Anna", "Noah", "Mia", "Oliver", "Ruby", "Jack", "Ella", "Tom", "Grace", "Henry", "Isla", "Leo"
    };
    private static final String[] LAST_NAMES = {
        "Smith", "Nguyễn", "Jones", "Brown", "Taylor", "Wilson", "Lee", "Martin", "O'Connor", "Müller", "Singh"
    };
    private static final String[] STREETS = {"Harbour St", "Queen Rd", "Station Ave", "Beach Pde", "High St", "Mill Ln"
    };
    private static final String[] SUBURBS = {"Manly", "Newtown", "Fitzroy", "Glenelg", "Cottesloe", "\"St Kilda, East\""
    };
    private static final String[] STATES = {"NSW", "VIC", "QLD", "SA", "WA"};
    private static final String[] STATUSES = {"ACTIVE", "ACTIVE", "ACTIVE", "LOCKED", "DEACTIVATED"};

    private CustomerRows() {}

    /** Writes the customer as a record of the file, its line end included. */
    static void append(StringBuilder out, long number, Mistake mistake) {
        SplittableRandom random = new SplittableRandom(SEED ^ (number * 0x9E3779B97F4A7C15L));
        String firstName = pick(random, FIRST_NAMES);
        out.append("C-");
        padded(out, number, 9);
        out.append(',').append(pick(random, TITLES)).append(',');
        out.append(mistake == Mistake.NO_FIRST_NAME ? "" : firstName);
        out.append(',').append(pick(random, LAST_NAMES)).append(',');
        birth(out, random, mistake);
        contact(out, random, number, mistake);
        address(out, random);
        account(out, random, mistake);
    }

    private static void birth(StringBuilder out, SplittableRandom random, Mistake mistake) {
        out.append(random.nextInt(1940, 2001)).append('-');
        if (mistake == Mistake.NO_SUCH_DAY) {
            out.append("02-30,");
            return;
        }
        padded(out, random.nextInt(1, 13), 2);
        out.append('-');
        padded(out, random.nextInt(1, 29), 2);
        out.append(',');
    }

    private static void contact(StringBuilder out, SplittableRandom random, long number, Mistake mistake) {
        out.append("customer.").append(number).append(mistake == Mistake.NO_MAILBOX ? "," : "@example.com,");
        out.append("+614");
        padded(out, random.nextInt(100_000_000), 8);
        out.append(',');
    }

    private static void address(StringBuilder out, SplittableRandom random) {
        out.append(random.nextInt(1, 200))
                .append(' ')
                .append(pick(random, STREETS))
                .append(',');
        if (random.nextInt(5) == 0) {
            out.append("Unit ").append(random.nextInt(1, 40));
        }
        out.append(',').append(pick(random, SUBURBS)).append(',').append(pick(random, STATES));
        out.append(',').append(random.nextInt(2000, 7000)).append(",AU,");
    }

    private static void account(StringBuilder out, SplittableRandom random, Mistake mistake) {
        out.append(mistake == Mistake.NO_SUCH_STATUS ? "OPEN" : pick(random, STATUSES));
        out.append(",20").append(random.nextInt(10, 25)).append("-05-04T03:");
        padded(out, random.nextInt(60), 2);
        out.append(":00Z,").append(random.nextInt(10) < 7).append(",en-AU,,");
        if (random.nextInt(10) < 4) {
            out.append(random.nextInt(1, 500) * 100);
        }
        out.append('\n');
    }

    private static String pick(SplittableRandom random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static void padded(StringBuilder out, long number, int digits) {
        String text = Long.toString(number);
        out.append("0".repeat(Math.max(0, digits - text.length()))).append(text);
    }
}
