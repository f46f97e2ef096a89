package io.migrator.crm.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of records. It has {@code id} (identity), {@code tenant}, {@code external_id}, the typed columns, and
 * {@code fences bigint[]} with one fence per column in their order; children also {@code customer_id}, customers {@code crn}.
 * Immutable; two are equal when they are the same object.
 */
public final class RecordTable {

    /** The column by which a child names its customer. */
    public static final String CUSTOMER_EXTERNAL_ID = "CUSTOMER_EXTERNAL_ID";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String name;
    private final boolean ofCustomers;
    private final List<Column> columns;
    private final Optional<String> rankedBy;
    private final Map<String, Integer> positions = new HashMap<>();

    private RecordTable(String name, boolean ofCustomers, List<Column> columns, Optional<String> rankedBy) {
        this.name = name;
        this.ofCustomers = ofCustomers;
        this.columns = List.copyOf(columns);
        this.rankedBy = rankedBy;
        for (Column column : this.columns) {
            requireName(column.sqlName());
            if (positions.put(column.name(), positions.size()) != null) {
                throw new IllegalArgumentException("two columns " + column.name() + " in " + name);
            }
        }
        requireName(name);
    }

    /** The table of customers. */
    public static RecordTable ofCustomers(String name, Column... columns) {
        return new RecordTable(name, true, List.of(columns), Optional.empty());
    }

    /** A table of records that each belong to a customer. CUSTOMER_EXTERNAL_ID is its first column, not to be given. */
    public static RecordTable ofChildren(String name, Column... columns) {
        return new RecordTable(name, false, childColumns(columns), Optional.empty());
    }

    /**
     * As {@link #ofChildren}, but a statement counts by the pair of a moment and the sequence.
     *
     * @param rankedBy the required column of kind TIMESTAMP that holds the moment
     */
    public static RecordTable ofRankedChildren(String name, String rankedBy, Column... columns) {
        return new RecordTable(name, false, childColumns(columns), Optional.of(rankedBy));
    }

    private static List<Column> childColumns(Column... columns) {
        List<Column> all = new ArrayList<>();
        all.add(Column.required(CUSTOMER_EXTERNAL_ID, ColumnKind.TEXT));
        all.addAll(List.of(columns));
        return all;
    }

    // Names become part of SQL statements.
    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a table or column: " + name);
        }
    }

    /** The table's name within the schema. */
    public String name() {
        return name;
    }

    /** The typed columns, in the order of their fences. */
    public List<Column> columns() {
        return columns;
    }

    boolean isOfCustomers() {
        return ofCustomers;
    }

    Optional<String> rankedBy() {
        return rankedBy;
    }

    int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException(name + " has no column " + column);
        }
        return position;
    }
}
