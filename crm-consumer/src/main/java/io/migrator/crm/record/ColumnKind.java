package io.migrator.crm.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a column holds: how a value is read from the wire, compared, and kept in PostgreSQL. */
public enum ColumnKind {
    /** Any text but the empty one. */
    TEXT("text") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof String text && !text.isEmpty() && StorableText.test(text) ? text : null;
        }

        @Override
        Object column(ResultSet row, int position) throws SQLException {
            return row.getString(position);
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.text((String) value);
        }
    },
    /** A 64-bit number. */
    INTEGER("bigint") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof Long ? value : null;
        }

        @Override
        Object column(ResultSet row, int position) throws SQLException {
            return row.getLong(position);
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.number((Long) value);
        }
    },
    /** A 64-bit number that is not negative. */
    COUNT("bigint") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof Long number && number >= 0 ? number : null;
        }

        @Override
        Object column(ResultSet row, int position) throws SQLException {
            return row.getLong(position);
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.number((Long) value);
        }
    },
    /** True or false. */
    FLAG("boolean") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof Boolean ? value : null;
        }

        @Override
        Object column(ResultSet row, int position) throws SQLException {
            return row.getBoolean(position);
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.flag((Boolean) value);
        }
    },
    /** A calendar day of the years 1 to 9999. */
    DATE("date") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof String text ? WrittenTime.date(text.strip()) : null;
        }

        @Override
        Object column(ResultSet row, int position) throws SQLException {
            return row.getObject(position, LocalDate.class);
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.date((LocalDate) value);
        }
    },
    /** A moment of the years 1 to 9999 in UTC; what is finer than a microsecond is cut off, as PostgreSQL cannot keep it. */
    TIMESTAMP("timestamptz") {
        @Override
        @Nullable
        Object read(Object value) {
            return value instanceof String text ? WrittenTime.moment(text.strip()) : null;
        }

        @Override
        @Nullable
        Object column(ResultSet row, int position) throws SQLException {
            OffsetDateTime moment = row.getObject(position, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }

        @Override
        void copy(Object value, CopyRows rows) {
            rows.moment((Instant) value);
        }
    };

    private final String sqlType;

    ColumnKind(String sqlType) {
        this.sqlType = sqlType;
    }

    /** The value in the form in which values are compared, or null when it is not one of this kind. */
    abstract @Nullable Object read(Object value);

    /** Adds the value to a row, in the form of the column's type in PostgreSQL, which is exactly {@link #sqlType}. */
    abstract void copy(Object value, CopyRows rows);

    abstract @Nullable Object column(ResultSet row, int position) throws SQLException;

    /** The stored value in the form in which values are compared, or null. */
    @Nullable
    Object load(ResultSet row, int position) throws SQLException {
        Object value = column(row, position);
        return row.wasNull() ? null : value;
    }

    String sqlType() {
        return sqlType;
    }

    /** Microseconds since 1970: how moments are ordered in a fence. */
    static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }
}
