package io.migrator.api.filetypes;

import io.migrator.api.filetypes.cells.IsoDates;
import io.migrator.api.filetypes.cells.IsoTimestamps;
import io.migrator.api.filetypes.cells.WholeNumbers;
import io.migrator.api.filetypes.suggestions.Dates;
import io.migrator.api.filetypes.suggestions.Numbers;
import io.migrator.api.filetypes.suggestions.Timestamps;
import io.migrator.api.filetypes.suggestions.YesOrNo;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What the cells of a column are, how they are written, and what they become on the wire. */
public enum ColumnType {
    /** Text as it stands, blanks included. */
    STRING("string", "a text", text -> true, text -> text, text -> ""),
    /** A whole number from -2^63 to 2^63-1. */
    INT("integer", "a whole number", WholeNumbers::isSigned, WholeNumbers::value, Numbers::signed),
    /** A whole number from 0 to 2^63-1. */
    UINT(
            "integer",
            "a whole number of 0 or more, digits only",
            WholeNumbers::isUnsigned,
            WholeNumbers::value,
            Numbers::unsigned),
    /** An amount of money in the currency's smallest unit, from 0 to 2^63-1. */
    CENTS("integer", "an amount in cents, digits only", WholeNumbers::isUnsigned, WholeNumbers::value, Numbers::cents),
    /** true or false in any case. */
    BOOL("boolean", "true or false", ColumnType::isBool, text -> text.length() == "true".length(), YesOrNo::suggestion),
    /** A day of the calendar. */
    DATE("date", "a day of the calendar such as 2026-02-28", IsoDates::isDate, text -> text, Dates::suggestion),
    /** A moment: date, time and offset from UTC. */
    TIMESTAMP(
            "datetime",
            "a moment with its offset from UTC such as 2026-02-28T13:45:00Z or 2026-02-28T23:45:00+10:00",
            IsoTimestamps::isTimestamp,
            text -> text,
            Timestamps::suggestion);

    private final String tableSchemaType;
    private final String description;
    private final Predicate<String> test;
    private final Function<String, Object> value;
    private final UnaryOperator<String> suggestion;

    ColumnType(
            String tableSchemaType,
            String description,
            Predicate<String> test,
            Function<String, Object> value,
            UnaryOperator<String> suggestion) {
        this.tableSchemaType = tableSchemaType;
        this.description = description;
        this.test = test;
        this.value = value;
        this.suggestion = suggestion;
    }

    /** The type's name in Table Schema. */
    public String tableSchemaType() {
        return tableSchemaType;
    }

    /** How a cell is written, in a few words. */
    public String description() {
        return description;
    }

    /** Whether a text, without blanks around it, is of this type. */
    public boolean accepts(String text) {
        return test.test(text);
    }

    /** The value of a text that {@link #accepts} lets pass: a String, Long or Boolean. */
    public Object value(String text) {
        return value.apply(text);
    }

    /** A sentence that offers what was probably meant by a text that {@link #accepts} refuses, or nothing. */
    public String suggestion(String text) {
        return suggestion.apply(text);
    }

    private static boolean isBool(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
