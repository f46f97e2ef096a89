package io.migrator.api.filetypes;

import io.migrator.api.filetypes.rules.RowCondition;
import io.migrator.api.filetypes.rules.RowKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file type: its columns in order, the rules between them, and what a row says. Immutable and safe to use from any thread.
 *
 * <p>Methods that take the cells of a row expect those of the type's own columns, in order; cells after them are not looked at.
 */
public final class FileTypeSpec {

    /** The column that every type has: the record's key in the source system. */
    public static final String EXTERNAL_ID = "EXTERNAL_ID";

    private final String name;
    private final String title;
    private final String description;
    private final List<ColumnSpec> columns;
    private final List<String> header;
    private final Map<String, Integer> positions;
    private final List<RowCondition> conditions;
    private final List<RowKey> keys;
    private final int externalId;
    private final int customer;

    FileTypeSpec(FileTypeDeclaration declared) {
        name = declared.name();
        title = declared.title();
        description = declared.description();
        columns = List.copyOf(declared.columns());
        header = columns.stream().map(ColumnSpec::name).toList();
        positions = positions(header);
        conditions = List.copyOf(declared.conditions());
        List<RowKey> all = new ArrayList<>();
        columns.stream().filter(ColumnSpec::unique).forEach(column -> all.add(RowKey.unique(column.name())));
        all.addAll(declared.keys());
        keys = List.copyOf(all);
        externalId = position(EXTERNAL_ID);
        customer = position(declared.customer());
    }

    /** Begins the declaration of a type. */
    public static FileTypeDeclaration named(String name) {
        return new FileTypeDeclaration(name);
    }

    /** The type's name in the contract, such as CUSTOMER_DETAILS. */
    public String name() {
        return name;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What a row of such a file is. */
    public String description() {
        return description;
    }

    /** The type's own columns, in order. */
    public List<ColumnSpec> columns() {
        return columns;
    }

    /** The names of the type's own columns, in order. */
    public List<String> header() {
        return header;
    }

    /** The rules between the columns of a row. */
    public List<RowCondition> conditions() {
        return conditions;
    }

    /** The rules between the rows of a file: unique columns first. */
    public List<RowKey> keys() {
        return keys;
    }

    /** Where each column stands, 0 = the first. */
    public Map<String, Integer> positions() {
        return positions;
    }

    /** Whether a row is a customer itself, rather than something that belongs to one. */
    public boolean rowsAreCustomers() {
        return customer == externalId;
    }

    /** The record's key in the source system. */
    public String externalId(List<String> cells) {
        return cells.get(externalId);
    }

    /** The key of the customer whom the row concerns. */
    public String customerExternalId(List<String> cells) {
        return cells.get(customer);
    }

    /** The filled-in cells by column in their order, the key aside: String, Long or Boolean. Only for a valid row. */
    public Map<String, Object> desiredState(List<String> cells) {
        Map<String, Object> state = new LinkedHashMap<>(columns.size() * 2);
        for (int i = 0; i < columns.size(); i++) {
            Object value = value(i, cells);
            if (value != null) {
                state.put(header.get(i), value);
            }
        }
        return state;
    }

    /** What the desired state says of a column: String, Long or Boolean, or null for an empty cell and for the key. */
    public @Nullable Object value(int position, List<String> cells) {
        ColumnSpec column = columns.get(position);
        String text = column.significant(cells.get(position));
        return position == externalId || text.isEmpty() ? null : column.type().value(text);
    }

    @Override
    public String toString() {
        return name;
    }

    private int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalStateException("The file type " + name + " has no column " + column + ".");
        }
        return position;
    }

    private static Map<String, Integer> positions(List<String> header) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String column : header) {
            if (positions.put(column, positions.size()) != null
                    || GeneratedColumn.names().contains(column)) {
                throw new IllegalStateException("The column " + column + " is declared twice or is a generated one.");
            }
        }
        return Collections.unmodifiableMap(positions);
    }
}
