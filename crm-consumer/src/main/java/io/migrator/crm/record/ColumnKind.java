package io.migrator.crm.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column holds: how a value is read from the wire, compared, and kept in PostgreSQL. */
public enum ColumnKind {
    /** Any text but the empty one. */
    TEXT("text") {
        @Override
        Optional<Object> read(Object value) {
            return value instanceof String text && !text.isEmpty() && StorableText.test(text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        @Override
        Object column(ResultSet row, String name) throws SQLException {
            return row.getString(name);
        }
    },
    /** A 64-bit number. */
    INTEGER("bigint") {
        @Override
        Optional<Object> read(Object value) {
            return value instanceof Long ? Optional.of(value) : Optional.empty();
        }

        @Override
        Object column(ResultSet row, String name) throws SQLException {
            return row.getLong(name);
        }
    },
    /** A 64-bit number that is not negative. */
    COUNT("bigint") {
        @Override
        Optional<Object> read(Object value) {
            return value instanceof Long number && number >= 0 ? Optional.of(number) : Optional.empty();
        }

        @Override
        Object column(ResultSet row, String name) throws SQLException {
            return row.getLong(name);
        }
    },
    /** True or false. */
    FLAG("boolean") {
        @Override
        Optional<Object> read(Object value) {
            return value instanceof Boolean ? Optional.of(value) : Optional.empty();
        }

        @Override
        Object column(ResultSet row, String name) throws SQLException {
            return row.getBoolean(name);
        }
    },
    /** A calendar day of the years 1 to 9999. */
    DATE("date") {
        @Override
        Optional<Object> read(Object value) {
            if (!(value instanceof String text)) {
                return Optional.empty();
            }
            try {
                LocalDate date = LocalDate.parse(text.strip());
                return isOrdinary(date.getYear()) ? Optional.of(date) : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        Object column(ResultSet row, String name) throws SQLException {
            return row.getObject(name, LocalDate.class);
        }
    },
    /** A moment of the years 1 to 9999 in UTC; what is finer than a microsecond is cut off, as PostgreSQL cannot keep it. */
    TIMESTAMP("timestamptz") {
        @Override
        Optional<Object> read(Object value) {
            if (!(value instanceof String text)) {
                return Optional.empty();
            }
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text.strip()).withOffsetSameInstant(ZoneOffset.UTC);
                return isOrdinary(moment.getYear())
                        ? Optional.of(moment.toInstant().truncatedTo(ChronoUnit.MICROS))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        @Nullable
        Object column(ResultSet row, String name) throws SQLException {
            OffsetDateTime moment = row.getObject(name, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    };

    private final String sqlType;

    ColumnKind(String sqlType) {
        this.sqlType = sqlType;
    }

    /** The value in the form in which values are compared, or empty when it is not one of this kind. */
    abstract Optional<Object> read(Object value);

    abstract @Nullable Object column(ResultSet row, String name) throws SQLException;

    /** The stored value in the form in which values are compared, or null. */
    @Nullable
    Object load(ResultSet row, String name) throws SQLException {
        Object value = column(row, name);
        return row.wasNull() ? null : value;
    }

    String sqlType() {
        return sqlType;
    }

    private static boolean isOrdinary(int year) {
        return year >= 1 && year <= 9999;
    }

    /** Microseconds since 1970: how moments are ordered in a fence. */
    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
