package io.migrator.api.wire;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The cells of a message that was read. They do not change any more, so the message need not copy them. */
final class ReadCells extends AbstractMap<String, Object> {

    private final Map<String, Object> cells;

    /** @param cells belong to this object from now on */
    ReadCells(LinkedHashMap<String, Object> cells) {
        this.cells = Collections.unmodifiableMap(cells);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return cells.entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object column) {
        return cells.get(column);
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return cells.containsKey(column);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        cells.forEach(action);
    }
}
