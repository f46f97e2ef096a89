package io.migrator.crm.record;

import io.migrator.api.wire.RowAnswer.Action;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the course of a poll, to be written at its end when something changed. Belongs to one
 * transaction and one thread.
 */
public final class StoredRecord {

    private final RecordTable table;
    private final long id;
    private final RecordKey key;
    private final @Nullable Object[] values;
    private final @Nullable Fence[] fences;
    private final boolean isNew;
    private long customerId;
    private boolean touched;

    private StoredRecord(
            RecordTable table,
            long id,
            RecordKey key,
            long customerId,
            @Nullable Object[] values,
            @Nullable Fence[] fences,
            boolean isNew) {
        this.table = table;
        this.id = id;
        this.key = key;
        this.customerId = customerId;
        this.values = values;
        this.fences = fences;
        this.isNew = isNew;
    }

    static StoredRecord loaded(
            RecordTable table,
            long id,
            RecordKey key,
            long customerId,
            @Nullable Object[] values,
            @Nullable Fence[] fences) {
        return new StoredRecord(table, id, key, customerId, values, fences, false);
    }

    static StoredRecord created(RecordTable table, long id, RecordKey key, long customerId) {
        int columns = table.columns().size();
        return new StoredRecord(table, id, key, customerId, new Object[columns], new Fence[columns], true);
    }

    /**
     * Applies each cell whose column no higher fence guards, and raises the fence. All or some may be overtaken.
     *
     * @return UPDATED, UNCHANGED or SUPERSEDED
     */
    public Action state(Map<String, Object> cells, Fence fence) {
        boolean applied = cells.isEmpty();
        boolean changed = false;
        for (Map.Entry<String, Object> cell : cells.entrySet()) {
            int position = table.position(cell.getKey());
            if (isOvertaken(position, fence)) {
                continue;
            }
            applied = true;
            touched |= !fence.equals(fences[position]);
            fences[position] = fence;
            changed |= !cell.getValue().equals(values[position]);
            values[position] = cell.getValue();
        }
        touched |= changed;
        return changed ? Action.UPDATED : applied ? Action.UNCHANGED : Action.SUPERSEDED;
    }

    /** Whether a statement with this fence comes too late for the column. */
    public boolean isOvertaken(String column, Fence fence) {
        return isOvertaken(table.position(column), fence);
    }

    private boolean isOvertaken(int position, Fence fence) {
        Fence present = fences[position];
        return present != null && fence.compareTo(present) < 0;
    }

    /** Whether the column holds this value at present. */
    public boolean holds(String column, @Nullable Object value) {
        return Objects.equals(values[table.position(column)], value);
    }

    /** Makes the record one of another customer. */
    public void moveTo(long customer) {
        touched |= customer != customerId;
        customerId = customer;
    }

    /** The owning customer's id; a customer's own. */
    public long customerId() {
        return customerId;
    }

    /** The record's id in the target. */
    public long id() {
        return id;
    }

    RecordTable table() {
        return table;
    }

    RecordKey key() {
        return key;
    }

    boolean isNew() {
        return isNew;
    }

    boolean isToBeUpdated() {
        return !isNew && touched;
    }

    @Nullable
    Object value(int position) {
        return values[position];
    }

    @Nullable
    Fence fence(int position) {
        return fences[position];
    }
}
