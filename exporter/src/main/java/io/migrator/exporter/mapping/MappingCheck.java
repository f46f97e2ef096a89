package io.migrator.exporter.mapping;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.source.SourceFile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a mapping against the file type and the source, before a row is read. */
public final class MappingCheck {

    /** Of several columns, only these make one value. */
    private static final Set<String> JOINING = Set.of("concat", "hash");

    private MappingCheck() {}

    /**
     * Everything that does not fit; empty when all does.
     *
     * @param source the columns of {@link SourceFile.Type#sourceColumns}
     */
    public static List<String> of(FileType fileType, SourceFile.Type type, List<SourceColumn> source, ZoneId zone) {
        List<String> reasons = new ArrayList<>();
        type.columns().keySet().stream()
                .filter(name -> fileType.column(name).isEmpty())
                .forEach(name -> reasons.add(fileType.name() + " has no column " + name + "; it has "
                        + fileType.columns().stream()
                                .map(FileType.FileColumn::name)
                                .collect(Collectors.joining(", "))));
        for (FileType.FileColumn column : fileType.columns()) {
            SourceFile.Column mapped = type.columns().get(column.name());
            String place = fileType.name() + "." + column.name() + ": ";
            if (mapped == null) {
                if (column.isRequired()) {
                    reasons.add(place + "every row needs it, and nothing is mapped to it");
                }
                continue;
            }
            for (Map<String, Object> step : mapped.steps()) {
                try {
                    Steps.of(step, zone);
                } catch (IllegalArgumentException | DateTimeException e) {
                    reasons.add(place + "the step " + step.keySet() + " makes no sense: " + e.getMessage());
                }
            }
            sources(mapped, type.sourceColumns(), source, column).forEach(reason -> reasons.add(place + reason));
        }
        return reasons;
    }

    private static List<String> sources(
            SourceFile.Column mapped, List<String> names, List<SourceColumn> source, FileType.FileColumn column) {
        List<String> reasons = new ArrayList<>();
        List<String> steps = mapped.steps().stream()
                .map(step -> step.keySet().iterator().next())
                .toList();
        if (mapped.from().size() > 1 && (steps.isEmpty() || !JOINING.contains(steps.get(0)))) {
            reasons.add("several columns need concat or hash as the first step");
        }
        for (String name : mapped.from()) {
            SourceColumn from = source.get(names.indexOf(name));
            if (from.kind() == SourceColumn.Kind.UNREADABLE) {
                reasons.add(name + " is of type " + from.typeName() + ", which no cell can hold; cast it in a query");
            } else if (steps.isEmpty() && !fits(from.kind(), column.type())) {
                reasons.add(name + " is of type " + from.typeName() + ", which makes no "
                        + column.type().name().toLowerCase(java.util.Locale.ROOT) + " without a step");
            }
        }
        return reasons;
    }

    /** What a text holds is seen when it is read. */
    private static boolean fits(SourceColumn.Kind from, FileType.ColumnType to) {
        return switch (to) {
            case TEXT -> true;
            case INTEGER -> from == SourceColumn.Kind.NUMBER || from == SourceColumn.Kind.TEXT;
            case BOOLEAN ->
                from == SourceColumn.Kind.BOOLEAN || from == SourceColumn.Kind.NUMBER || from == SourceColumn.Kind.TEXT;
            case DATE, TIMESTAMP -> from != SourceColumn.Kind.NUMBER && from != SourceColumn.Kind.BOOLEAN;
        };
    }
}
