package io.migrator.exporter.legacy;

import io.migrator.exporter.legacy.LegacyData.Column;
import io.migrator.exporter.legacy.LegacyData.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In tables.
 *
 * @param forms how the values of each kind are kept
 * @param isNothingEmpty whether a text that is missing is kept as an empty one
 */
public record SqlSource(String name, String url, String user, String password, Forms forms, boolean isNothingEmpty)
        implements LegacySource {

    private static final int BATCH = 1_000;
    private static final ZoneId BRISBANE = ZoneId.of("Australia/Brisbane");

    /** A way to keep a kind of value: the column's type, the value of it, the steps back. */
    private record Form(String type, Keeping keeping, String steps) {}

    private interface Keeping {
        Object keep(Object value);
    }

    /** Ways that people have chosen. */
    public enum Forms {
        /** A type for everything. */
        TYPED(
                new Form("date", value -> value, ""),
                new Form("timestamp with time zone", value -> ((Instant) value).atOffset(ZoneOffset.ofHours(10)), ""),
                new Form("boolean", value -> value, ""),
                new Form("numeric(12, 4)", value -> value, "minorUnits: 2")),
        /** Texts as the programs of that time showed them, and cents. */
        SHOWN(
                new Form(
                        "varchar(10)",
                        value -> DateTimeFormatter.ofPattern("dd.MM.uuuu").format((LocalDate) value),
                        "date: dd.MM.yyyy"),
                new Form(
                        "varchar(19)",
                        value -> DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss")
                                .format(((Instant) value).atZone(BRISBANE)),
                        "timestamp: {pattern: 'dd/MM/yyyy HH:mm:ss', zone: Australia/Brisbane}"),
                new Form("char(1)", value -> (Boolean) value ? "Y" : "N", "boolean: {yes: 'Y', no: 'N'}"),
                new Form(
                        "bigint",
                        value -> ((BigDecimal) value).movePointRight(2).longValueExact(),
                        "")),
        /** Texts and numbers only. */
        PLAIN(
                new Form("text", Object::toString, ""),
                new Form(
                        "text",
                        value -> LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC)
                                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")),
                        ""),
                new Form("integer", value -> (Boolean) value ? 1 : 0, ""),
                new Form("text", value -> ((BigDecimal) value).toPlainString(), "minorUnits: 2"));

        private static final Form NUMBER = new Form("bigint", value -> value, "");
        private static final Form TEXT = new Form("varchar(200)", value -> value, "");

        private final Form date;
        private final Form moment;
        private final Form truth;
        private final Form money;

        Forms(Form date, Form moment, Form truth, Form money) {
            this.date = date;
            this.moment = moment;
            this.truth = truth;
            this.money = money;
        }

        private Form of(Kind kind) {
            return switch (kind) {
                case NUMBER -> NUMBER;
                case TEXT -> TEXT;
                case DATE -> date;
                case MOMENT -> moment;
                case TRUTH -> truth;
                case MONEY -> money;
            };
        }
    }

    @Override
    public void fill(List<LegacyData.Table> tables) throws SQLException {
        try (Connection connection =
                user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            for (LegacyData.Table table : tables) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(table.columns().stream()
                            .map(column -> column.name() + " "
                                    + forms.of(column.kind()).type())
                            .collect(Collectors.joining(
                                    ", ", "create table " + table.name() + " (", ", primary key (id))")));
                }
                insert(connection, table);
            }
            connection.commit();
        }
    }

    private void insert(Connection connection, LegacyData.Table table) throws SQLException {
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table.name() + " values (" + places + ")")) {
            for (int n = 1; n <= table.rows(); n++) {
                List<@Nullable Object> row = table.row().apply(n);
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, kept(table.columns().get(i), row.get(i)));
                }
                insert.addBatch();
                if (n % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private @Nullable Object kept(Column column, @Nullable Object value) {
        if (value == null) {
            return isNothingEmpty && column.kind() == Kind.TEXT ? "" : null;
        }
        return forms.of(column.kind()).keeping().keep(value);
    }

    @Override
    public String connection(Path password) {
        return "  url: " + url + "\n"
                + (user.isEmpty() ? "" : "  user: " + user + "\n  password: ${file:" + password + "}\n");
    }

    @Override
    public String steps(Column column) {
        return forms.of(column.kind()).steps();
    }
}
