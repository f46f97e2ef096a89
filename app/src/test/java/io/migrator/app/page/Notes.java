package io.migrator.app.page;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of type CUSTOMER_NOTES about customers that the target does not know. */
final class Notes {

    private static final String HEADER = "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY";

    private Notes() {}

    static String of(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(
                        n -> "note-" + n + ",nobody-" + n + ",2020-01-01T10:00:00Z,Lee,GENERAL,false,\"Asked, twice\"")
                .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"));
    }
}
