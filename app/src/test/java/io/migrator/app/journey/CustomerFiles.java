package io.migrator.app.journey;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of type CUSTOMER_DETAILS, made by rule so that a journey knows every cell. */
public final class CustomerFiles {

    static final String HEADER = "EXTERNAL_ID,TITLE,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,EMAIL,MOBILE,ADDRESS_LINE_1,"
            + "ADDRESS_LINE_2,SUBURB,STATE,POSTCODE,COUNTRY,ACCOUNT_STATUS,REGISTERED_AT,EMAIL_VERIFIED,LOCALE,"
            + "SELF_EXCLUDED_UNTIL,WEEKLY_SPEND_LIMIT_CENTS";

    private CustomerFiles() {}

    public static String of(int rows, IntFunction<String> row) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row)
                .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"));
    }

    /** A row with a quoted line break and a name outside ASCII. */
    public static String row(String prefix, int number) {
        return prefix + number + ",Ms,Zoë,\"Ng\u0169gĩ, " + number + "\",1980-02-29," + prefix + number
                + "@example.org,,\"1 High St\r\nUnit " + number + "\",,Carlton,VIC,3053,AU,ACTIVE,"
                + "2020-01-01T00:00:00Z,true,en-AU,," + number;
    }
}
