package io.migrator.exporter.connector.mongo;

import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Numbers;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Fields of documents as the contract's values. */
final class Documents {

    private Documents() {}

    /**
     * A field.
     *
     * @param name with dots where it is nested
     * @return null when there is none
     */
    static @Nullable Object field(Document document, String name) {
        Object value = document;
        for (String part : name.split("\\.", -1)) {
            if (!(value instanceof Document nested)) {
                return null;
            }
            value = nested.get(part);
        }
        return value;
    }

    static SourceColumn.Kind kind(Object value) {
        if (value instanceof String || value instanceof ObjectId || value instanceof UUID) {
            return SourceColumn.Kind.TEXT;
        } else if (value instanceof Number) { // Decimal128 is one
            return SourceColumn.Kind.NUMBER;
        } else if (value instanceof Boolean) {
            return SourceColumn.Kind.BOOLEAN;
        }
        return value instanceof Date ? SourceColumn.Kind.INSTANT : SourceColumn.Kind.UNREADABLE;
    }

    /**
     * A value as the contract has it.
     *
     * @return null for nothing
     * @throws IllegalArgumentException when it is of a kind that no cell can hold
     */
    static @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        } else if (value instanceof ObjectId || value instanceof UUID) {
            return value.toString();
        } else if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return Numbers.plain(BigDecimal.valueOf(number));
        } else if (value instanceof Decimal128 number && number.isFinite()) {
            return Numbers.plain(number.bigDecimalValue());
        } else if (value instanceof Date moment) {
            return moment.toInstant();
        }
        throw new IllegalArgumentException(value.getClass().getSimpleName());
    }

    /** @throws SourceException when the value has no order that a query could follow */
    static KeyValue key(Extract extract, String name, Object value) {
        if (value instanceof ObjectId) {
            return KeyValue.id(value.toString());
        }
        Object plain = value instanceof UUID ? null : plainOrNull(value);
        if (plain == null || plain instanceof Boolean) {
            throw new SourceException(extract.name() + " has a document whose " + name + " is of type "
                    + value.getClass().getSimpleName() + ", which is no key here; name another one");
        }
        return KeyValue.of(plain);
    }

    private static @Nullable Object plainOrNull(Object value) {
        try {
            return value(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A kept key as a query has it. */
    static Object bound(KeyValue key) {
        return switch (key.kind()) {
            case ID -> new ObjectId(key.text());
            case INSTANT -> Date.from((java.time.Instant) key.value());
            case DECIMAL -> new Decimal128((BigDecimal) key.value());
            default -> key.value();
        };
    }
}
