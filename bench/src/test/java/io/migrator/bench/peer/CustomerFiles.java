package io.migrator.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small files of customers for the tests here. */
final class CustomerFiles {

    static final String HEADER = "EXTERNAL_ID,TITLE,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,EMAIL,MOBILE,ADDRESS_LINE_1,"
            + "ADDRESS_LINE_2,SUBURB,STATE,POSTCODE,COUNTRY,ACCOUNT_STATUS,REGISTERED_AT,EMAIL_VERIFIED,LOCALE,"
            + "SELF_EXCLUDED_UNTIL,WEEKLY_SPEND_LIMIT_CENTS";

    private CustomerFiles() {}

    /** A row in order; the text in quotes holds what a reader of CSV can get wrong. */
    static String row(int number) {
        return "C-" + number + ",Ms,Zoë,\"O'Neil, \"\"Z\"\"\",1980-02-29,zoe." + number + "@example.com,+61412345678,"
                + "1 Harbour St,,Manly,NSW,2095,AU,ACTIVE,2011-05-04T03:21:00Z,true,en-AU,,18800";
    }

    static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    static Path write(Path file, List<String> rows) throws IOException {
        return Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    }
}
