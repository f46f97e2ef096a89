package io.migrator.api.filetypes;

import io.migrator.api.filetypes.rules.RowCells;
import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The declaration of a file type, word by word; {@link #build} makes a {@link FileTypeSpec} of it. Used by one thread. */
public final class FileTypeDeclaration {

    private final String name;
    private final List<ColumnSpec> columns = new ArrayList<>();
    private final List<RowCondition> conditions = new ArrayList<>();
    private final List<RowKey> keys = new ArrayList<>();
    private String title = "";
    private String description = "";
    private String customer = FileTypeSpec.EXTERNAL_ID;

    FileTypeDeclaration(String name) {
        this.name = name;
    }

    /** The name for people, and what a row is. */
    public FileTypeDeclaration titled(String words, String sentence) {
        title = words;
        description = sentence;
        return this;
    }

    /** The next column. */
    public FileTypeDeclaration column(Column column) {
        columns.add(column.spec());
        return this;
    }

    /** The column that names the customer to whom a row belongs; without it a row is a customer itself. */
    public FileTypeDeclaration ownedBy(String column) {
        customer = column;
        return this;
    }

    /**
     * A rule between the columns of a row.
     *
     * @param column the column that is shown as wrong
     * @param advice what to do
     * @param holds whether a row keeps the rule; has to hold when a cell it looks at is wrong in itself
     */
    public FileTypeDeclaration condition(String column, String advice, BiPredicate<RowCells, UploadMoment> holds) {
        conditions.add(new RowCondition(column, advice, holds));
        return this;
    }

    /** The column has to be filled in when another one holds this value. */
    public FileTypeDeclaration requiredWhen(String column, String other, String value) {
        return condition(
                column,
                "Fill in " + column + ": it is required when " + other + " is " + value + ".",
                (row, moment) -> !row.is(other, value) || row.has(column));
    }

    /**
     * A rule between rows: of those concerned, no two have the same cells in these columns.
     *
     * @param rule the rule in a few words
     * @param compared the columns that are compared, together
     * @param column the column that is shown as wrong
     * @param advice what to do
     * @param concerns whether the rule is about a row
     */
    public FileTypeDeclaration atMostOne(
            String rule, List<String> compared, String column, String advice, Predicate<RowCells> concerns) {
        keys.add(new RowKey(rule, compared, column, ViolationCode.CELL_CONDITION, advice, concerns));
        return this;
    }

    /**
     * The type as declared.
     *
     * @throws IllegalStateException when the declaration contradicts itself
     */
    public FileTypeSpec build() {
        return new FileTypeSpec(this);
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String customer() {
        return customer;
    }

    List<ColumnSpec> columns() {
        return columns;
    }

    List<RowCondition> conditions() {
        return conditions;
    }

    List<RowKey> keys() {
        return keys;
    }
}
