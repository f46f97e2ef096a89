package io.migrator.api.filetypes.rules;

import java.util.Map;
import java.util.Optional;

/** A rule on the text of one cell, asked only for cells that are not empty and of the column's type. */
public interface CellRule {

    /**
     * What is wrong with the cell, if anything. Runs for every row: a cell in order costs no object.
     *
     * @param text the cell; without blanks around it unless the column is a string
     */
    Optional<Finding> check(String text, UploadMoment moment);

    /**
     * A sentence that offers what was probably meant by a cell that {@link #check} refuses, or nothing. Asked once for a
     * violation, never for a secret, and only for texts of bounded length.
     *
     * @param text as {@link #check} was asked
     * @param row the whole row
     */
    default String suggestion(String text, RowCells row) {
        return "";
    }

    /** The rule in a few words, for the documentation: "one of ACTIVE or LOCKED". */
    String description();

    /** The rule as Table Schema knows it: {@code enum}, {@code pattern}, {@code minimum}; empty when it has no word for it. */
    Map<String, Object> constraints();

    /** The format's name in Table Schema, such as {@code email}; empty when it has none. */
    default String tableSchemaFormat() {
        return "";
    }
}
