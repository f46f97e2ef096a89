package io.migrator.command.intake;

import io.migrator.api.filetypes.FileTypes;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of valid files for tests. */
final class Rows {

    /** The header of CUSTOMER_DETAILS, without a line end. */
    static final String CUSTOMER_HEADER =
            String.join(",", FileTypes.load().get("CUSTOMER_DETAILS").header());

    private Rows() {}

    /** A valid customer, without a line end. */
    static String customer(int number) {
        return "C-" + number + ",Ms,Zoë,Nguyễn,1980-02-29,c" + number
                + "@example.com,,\"Unit 4, 12 Harbour St\",,Manly,NSW,2095,AU,ACTIVE,2019-05-04T03:21:00Z,true,en-AU,,5000";
    }

    /** A file of that many valid customers. */
    static String customers(int count) {
        return CUSTOMER_HEADER + "\r\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(number -> customer(number) + "\r\n")
                        .collect(Collectors.joining());
    }
}
