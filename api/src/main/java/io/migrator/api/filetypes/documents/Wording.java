package io.migrator.api.filetypes.documents;

import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.rules.CellRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column in words. */
final class Wording {

    private Wording() {}

    /** The column's name as one reads it: {@code FIRST_NAME} is "First name". */
    static String title(ColumnSpec column) {
        String words = column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What is asked of a filled-in cell, point by point. */
    static List<String> rules(ColumnSpec column) {
        List<String> rules = new ArrayList<>();
        if (column.maxLength() != ColumnSpec.UNLIMITED) {
            rules.add("at most " + column.maxLength() + " characters");
        }
        column.rules().stream().map(CellRule::description).forEach(rules::add);
        if (column.secret()) {
            rules.add("masked in reports");
        }
        if (column.mayHoldLongNumbers()) {
            rules.add("long numbers are not taken for card numbers here");
        }
        return rules;
    }
}
