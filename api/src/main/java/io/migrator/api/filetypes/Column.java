package io.migrator.api.filetypes;

import io.migrator.api.filetypes.rules.Bounds;
import io.migrator.api.filetypes.rules.CellRule;
import io.migrator.api.filetypes.rules.OneOf;
import java.util.ArrayList;
import java.util.List;

/** The declaration of a column, word by word; becomes a {@link ColumnSpec}. Used while a type is declared, by one thread. */
public final class Column {

    private final String name;
    private final ColumnType type;
    private final List<CellRule> rules = new ArrayList<>();
    private boolean required;
    private boolean unique;
    private boolean mayHoldLongNumbers;
    private boolean secret;
    private String refersTo = "";
    private int maxLength = ColumnSpec.UNLIMITED;
    private String description = "";
    private List<String> examples = List.of();

    private Column(String name, ColumnType type) {
        this.name = name;
        this.type = type;
    }

    /** A text. */
    public static Column string(String name) {
        return new Column(name, ColumnType.STRING);
    }

    /** A whole number. */
    public static Column integer(String name) {
        return new Column(name, ColumnType.INT);
    }

    /** A whole number of 0 or more. */
    public static Column uint(String name) {
        return new Column(name, ColumnType.UINT);
    }

    /** An amount of money in the currency's smallest unit. */
    public static Column cents(String name) {
        return new Column(name, ColumnType.CENTS);
    }

    /** True or false. */
    public static Column bool(String name) {
        return new Column(name, ColumnType.BOOL);
    }

    /** A day. */
    public static Column date(String name) {
        return new Column(name, ColumnType.DATE);
    }

    /** A moment. */
    public static Column timestamp(String name) {
        return new Column(name, ColumnType.TIMESTAMP);
    }

    /** No cell may be empty. */
    public Column required() {
        required = true;
        return this;
    }

    /** No two filled-in cells of a file may be alike. */
    public Column unique() {
        unique = true;
        return this;
    }

    /** At most this many characters, counted as code points. */
    public Column maxLength(int characters) {
        maxLength = characters;
        return this;
    }

    /** One of these values, written so. */
    public Column oneOf(String... values) {
        return rule(OneOf.of(values));
    }

    /** This number or more. */
    public Column atLeast(long least) {
        return rule(Bounds.atLeast(least));
    }

    /** A further rule on the cell. */
    public Column rule(CellRule rule) {
        rules.add(rule);
        return this;
    }

    /** Long numbers belong here and are not taken for card numbers. */
    public Column mayHoldLongNumbers() {
        mayHoldLongNumbers = true;
        return this;
    }

    /** Reports mask the cells. */
    public Column secret() {
        secret = true;
        return this;
    }

    /** The cells name records of another type by their EXTERNAL_ID, which have to be there first. */
    public Column refersTo(String fileType) {
        refersTo = fileType;
        return this;
    }

    /** What the column holds. */
    public Column describedAs(String words) {
        description = words;
        return this;
    }

    /** A valid cell for each of the template's two rows; either may be empty unless the column is required. */
    public Column examples(String first, String second) {
        examples = List.of(first, second);
        return this;
    }

    ColumnSpec spec() {
        if (examples.isEmpty() || description.isEmpty()) {
            throw new IllegalStateException("The column " + name + " needs a description and two examples.");
        }
        return new ColumnSpec(
                name,
                type,
                required,
                unique,
                maxLength,
                rules,
                description,
                examples,
                mayHoldLongNumbers,
                secret,
                refersTo);
    }
}
