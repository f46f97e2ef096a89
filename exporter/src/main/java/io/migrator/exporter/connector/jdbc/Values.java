package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Numbers;
import io.migrator.exporter.connector.SourceColumn;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns and values of a result, the same for the same content whatever the database. */
final class Values {

    private Values() {}

    static List<SourceColumn> columns(Dialect dialect, ResultSetMetaData result) throws SQLException {
        List<SourceColumn> columns = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            String type = result.getColumnTypeName(i);
            columns.add(new SourceColumn(
                    result.getColumnLabel(i),
                    dialect == Dialect.SQLITE ? byDeclaration(type) : kind(result.getColumnType(i), type),
                    type.toLowerCase(Locale.ROOT)));
        }
        return columns;
    }

    static SourceColumn.Kind kind(int type, String typeName) {
        return switch (type) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> SourceColumn.Kind.TEXT;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> SourceColumn.Kind.NUMBER;
            case Types.BOOLEAN, Types.BIT ->
                typeName.toLowerCase(Locale.ROOT).startsWith("timestamp")
                        ? SourceColumn.Kind.TIMESTAMP
                        : SourceColumn.Kind.BOOLEAN;
            case Types.DATE -> SourceColumn.Kind.DATE;
            case Types.TIMESTAMP ->
                typeName.equalsIgnoreCase("timestamptz") ? SourceColumn.Kind.INSTANT : SourceColumn.Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> SourceColumn.Kind.INSTANT;
            case Types.OTHER ->
                List.of("uuid", "citext", "varchar").contains(typeName.toLowerCase(Locale.ROOT))
                        ? SourceColumn.Kind.TEXT
                        : SourceColumn.Kind.UNREADABLE;
            case Types.NULL -> SourceColumn.Kind.TEXT;
            default -> byName(typeName);
        };
    }

    /** Types for which JDBC has no number, by the names that Oracle and SQL Server give them. */
    private static SourceColumn.Kind byName(String typeName) {
        String name = typeName.toUpperCase(Locale.ROOT);
        if (name.equals("DATETIMEOFFSET") || name.startsWith("TIMESTAMP") && name.endsWith("TIME ZONE")) {
            return SourceColumn.Kind.INSTANT;
        }
        return name.equals("BINARY_FLOAT") || name.equals("BINARY_DOUBLE")
                ? SourceColumn.Kind.NUMBER
                : SourceColumn.Kind.UNREADABLE;
    }

    /** By the rules of SQLite's own affinity; a value may be of another kind all the same. */
    private static SourceColumn.Kind byDeclaration(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("BOOL")) {
            return SourceColumn.Kind.BOOLEAN;
        } else if (type.contains("INT")
                || type.contains("REAL")
                || type.contains("FLOA")
                || type.contains("DOUB")
                || type.contains("DEC")
                || type.contains("NUMERIC")) {
            return SourceColumn.Kind.NUMBER;
        }
        return type.contains("BLOB") ? SourceColumn.Kind.UNREADABLE : SourceColumn.Kind.TEXT;
    }

    static @Nullable Object read(Dialect dialect, ResultSet result, int column, SourceColumn.Kind kind)
            throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return ofSqlite(result.getObject(column));
        }
        return switch (kind) {
            case TEXT, UNREADABLE -> result.getString(column);
            case NUMBER -> number(result.getBigDecimal(column));
            case BOOLEAN -> {
                boolean value = result.getBoolean(column);
                yield result.wasNull() ? null : value;
            }
            case DATE -> result.getObject(column, LocalDate.class);
            case TIMESTAMP -> result.getObject(column, LocalDateTime.class);
            case INSTANT -> {
                OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
                yield value == null ? null : value.toInstant();
            }
        };
    }

    private static @Nullable Object number(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.plain(number);
    }

    private static @Nullable Object ofSqlite(@Nullable Object value) throws SQLException {
        if (value instanceof Double number) {
            return number(BigDecimal.valueOf(number));
        } else if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof byte[]) {
            throw new SQLException("a value of bytes where text was expected", "22000");
        }
        return value;
    }

    static void bind(Dialect dialect, PreparedStatement statement, List<KeyValue> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i).value();
            if (value instanceof Instant moment) {
                statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC));
            } else if (dialect == Dialect.SQLITE && value instanceof BigDecimal number) {
                // a text is greater than every number where a column has no type, such as a computed one
                statement.setDouble(i + 1, number.doubleValue());
            } else if (dialect == Dialect.SQLITE && !(value instanceof Long)) {
                statement.setString(i + 1, values.get(i).text());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
