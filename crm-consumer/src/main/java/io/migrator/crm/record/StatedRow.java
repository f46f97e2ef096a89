package io.migrator.crm.record;

import io.migrator.crm.record.Verdict.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row with typed values, ready to be decided.
 *
 * @param key of the record that the row is about, within the type's table
 * @param sequence of the migration that sent it
 * @param namedCustomer the incoming PBJ_CUSTOMER_ID; empty when there is none
 * @param cells by column name, in the form of {@link ColumnKind}; a column that is not stated has none
 */
public record StatedRow(
        TargetType type, RecordKey key, long sequence, Optional<String> namedCustomer, Map<String, Object> cells) {

    /** The text of a column of kind TEXT. */
    public Optional<String> text(String column) {
        return Optional.ofNullable((String) cells.get(column));
    }

    /** The key of another record of the same tenant, named by one of the row's columns. */
    public Optional<RecordKey> reference(String column) {
        return text(column).map(externalId -> new RecordKey(key.tenant(), externalId));
    }

    /** The incoming PBJ_CUSTOMER_ID as an id of the row's tenant; empty when there is none, or none that could exist. */
    public Optional<CustomerId> namedCustomerId() {
        return namedCustomer.flatMap(text -> CustomerId.parse(key.tenant(), text));
    }

    /** The refusal of a row that does not state all required columns among these; empty when it does. */
    public Optional<Refused> missing(List<Column> columns) {
        for (Column column : columns) {
            if (column.required() && !cells.containsKey(column.name())) {
                return Optional.of(Refused.valueMissing(column.name()));
            }
        }
        return Optional.empty();
    }

    /**
     * By what the row's statements count.
     *
     * @throws IllegalStateException when the column that ranks the table's records is not stated
     */
    public Fence fence() {
        return type.table()
                .rankedBy()
                .map(column -> {
                    if (!(cells.get(column) instanceof Instant moment)) {
                        throw new IllegalStateException("a row without " + column + " has no fence");
                    }
                    return new Fence(ColumnKind.micros(moment), sequence);
                })
                .orElseGet(() -> new Fence(0, sequence));
    }
}
