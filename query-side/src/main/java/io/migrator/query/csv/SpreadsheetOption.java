package io.migrator.query.csv;

import io.migrator.api.Rejection;
import org.jspecify.annotations.Nullable;

/** Whether a file is meant to be opened in a spreadsheet program: the parameter {@code spreadsheet} of a request. */
public final class SpreadsheetOption {

    private SpreadsheetOption() {}

    /**
     * Reads the parameter.
     *
     * @throws Rejection {@code SPREADSHEET_INVALID} when it is there and not {@code safe}
     */
    public static boolean isSafe(@Nullable String parameter) {
        check(parameter);
        return parameter != null;
    }

    /**
     * Refuses what is no value of the parameter; for files that are safe with and without it.
     *
     * @throws Rejection {@code SPREADSHEET_INVALID} when it is there and not {@code safe}
     */
    public static void check(@Nullable String parameter) {
        if (parameter != null && !parameter.equals("safe")) {
            throw new Rejection(Rejection.Kind.MALFORMED, "SPREADSHEET_INVALID", "spreadsheet is safe, or left out.");
        }
    }
}
