package io.migrator.app.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A customers' file as it comes the first time: with mistakes, one in a row. Validation has to find each and nothing else. */
final class SampleMistakes {

    private record Mistake(int row, String column, String text, String code) {}

    private static final int AUSTRALIAN_ROW = 18;
    private static final int SHORT_ROW = 21;

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(2, "LAST_NAME", "", "CELL_REQUIRED"),
            new Mistake(3, "EMAIL", "not a mailbox", "CELL_FORMAT"),
            new Mistake(5, "MOBILE", "0412 345 678", "CELL_FORMAT"),
            new Mistake(6, "DATE_OF_BIRTH", "31/12/1980", "CELL_TYPE"),
            new Mistake(8, "DATE_OF_BIRTH", "2019-03-01", "CELL_RANGE"),
            new Mistake(9, "REGISTERED_AT", "2999-01-01T00:00:00Z", "CELL_RANGE"),
            new Mistake(11, "TITLE", "Sir", "CELL_ENUM"),
            new Mistake(12, "ACCOUNT_STATUS", "open", "CELL_ENUM"),
            new Mistake(14, "EXTERNAL_ID", "M-0001", "CELL_NOT_UNIQUE"),
            new Mistake(15, "FIRST_NAME", "Wolfeschlegelsteinhausenbergerdorff-Alexandrina", "CELL_LENGTH"),
            new Mistake(AUSTRALIAN_ROW, "POSTCODE", "20", "CELL_CONDITION"),
            // the number that card networks publish for tests
            new Mistake(20, "ADDRESS_LINE_2", "card 4111 1111 1111 1111", "CELL_CARD_NUMBER"),
            new Mistake(23, "WEEKLY_SPEND_LIMIT_CENTS", "-5", "CELL_TYPE"));

    private SampleMistakes() {}

    /** Puts the mistakes into a file of at least 24 rows whose keys are M-0001, M-0002 and so on. */
    static SampleFile addTo(SampleTable table) {
        table.set(AUSTRALIAN_ROW, "COUNTRY", "AU");
        Map<String, Integer> counts = new TreeMap<>();
        for (Mistake mistake : MISTAKES) {
            table.set(mistake.row(), mistake.column(), mistake.text());
            counts.merge(mistake.code(), 1, Integer::sum);
        }
        table.shorten(SHORT_ROW);
        counts.merge("ROW_FIELD_COUNT", 1, Integer::sum);
        return new SampleFile(
                "customers-with-mistakes.csv", table.fileType(), table.text(), table.rows(), Map.of(), counts);
    }
}
