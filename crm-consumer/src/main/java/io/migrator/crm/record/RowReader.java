package io.migrator.crm.record;

import io.migrator.api.wire.RowMessage;
import io.migrator.crm.record.Verdict.Refused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a message into a typed row, or says why it cannot be one. Immutable. */
final class RowReader {

    private static final int EXTERNAL_ID_LIMIT = 100;

    private final TargetTypes types;
    private final Map<TargetType, Map<String, Column>> columns = new HashMap<>();

    RowReader(TargetTypes types) {
        this.types = types;
        types.all().forEach(type -> columns.put(type, byName(type)));
    }

    private static Map<String, Column> byName(TargetType type) {
        return type.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    /** What a message is: a row to be decided, or refused at sight. */
    sealed interface Reading {

        /** A row to be decided. */
        record Fit(StatedRow row) implements Reading {}

        /** Refused at sight. */
        record Unfit(Refused refusal) implements Reading {}
    }

    Reading read(RowMessage message) {
        Optional<TargetType> type = types.find(message.fileType());
        if (type.isEmpty()) {
            return new Reading.Unfit(Refused.fileTypeUnknown());
        }
        if (!isKey(message.externalId())) {
            return unfit("EXTERNAL_ID is not a text of 1 to 100 characters.");
        }
        return read(message, type.get());
    }

    private Reading read(RowMessage message, TargetType type) {
        Map<String, Column> known = columns.getOrDefault(type, Map.of());
        Map<String, Object> cells = new LinkedHashMap<>(message.desiredState().size() * 2);
        for (Map.Entry<String, Object> cell : message.desiredState().entrySet()) {
            Column column = known.get(cell.getKey());
            if (column == null) {
                return unfit("The row states a column that the target does not know.");
            }
            Object stated = cell.getValue();
            Object value = stated == null ? null : column.kind().read(stated);
            if (value == null) {
                return unfit("The value of " + column.name() + " is not of the column's type.");
            }
            cells.put(column.name(), value);
        }
        return new Reading.Fit(new StatedRow(
                type,
                new RecordKey(message.tenant(), message.externalId()),
                message.sequence(),
                Optional.ofNullable(message.pbjCustomerId()).filter(id -> !id.isBlank()),
                cells));
    }

    private static boolean isKey(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= EXTERNAL_ID_LIMIT && StorableText.test(text);
    }

    private static Reading unfit(String message) {
        return new Reading.Unfit(Refused.valueInvalid(message));
    }
}
