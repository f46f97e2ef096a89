package io.migrator.crm.record;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The file types that the target knows. Immutable. */
public final class TargetTypes {

    private final Map<String, TargetType> byFileType = new LinkedHashMap<>();

    private TargetTypes(Iterable<TargetType> types) {
        for (TargetType type : types) {
            if (byFileType.put(type.fileType(), type) != null) {
                throw new IllegalStateException("two target types for " + type.fileType());
            }
        }
    }

    /** All that the service loader finds. */
    public static TargetTypes load() {
        return new TargetTypes(ServiceLoader.load(TargetType.class, TargetTypes.class.getClassLoader()));
    }

    /** The type of that name. */
    public Optional<TargetType> find(String fileType) {
        return Optional.ofNullable(byFileType.get(fileType));
    }

    Collection<TargetType> all() {
        return Collections.unmodifiableCollection(byFileType.values());
    }

    RecordTable customers() {
        return byFileType.values().stream()
                .map(TargetType::table)
                .filter(RecordTable::isOfCustomers)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no target type keeps customers"));
    }

    Map<RecordTable, RecordSql> statements() {
        Map<RecordTable, RecordSql> statements = new HashMap<>();
        byFileType.values().forEach(type -> statements.computeIfAbsent(type.table(), RecordSql::of));
        return statements;
    }
}
