package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Reading.Consistency;
import io.migrator.exporter.connector.SourceColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Where the databases differ. */
enum Dialect {
    POSTGRESQL(List.of("jdbc:postgresql:"), '"', '"', true, Consistency.SNAPSHOT),
    /** The driver brings a whole result over unless it is told this very number. Comparing rows makes no use of an index. */
    MYSQL(List.of("jdbc:mysql:"), '`', '`', false, Consistency.SNAPSHOT) {
        @Override
        int fetchSize(int wished) {
            return Integer.MIN_VALUE;
        }
    },
    /** Small numbers are numbers: whether one stands for a truth or for a code is the mapping's to say. */
    MARIADB(List.of("jdbc:mariadb:"), '`', '`', false, Consistency.SNAPSHOT) {
        @Override
        Properties properties(String url) {
            return only("tinyInt1isBit", "false");
        }
    },
    /** What is committed while a block is read is seen or not; a database may allow more, and most do not. */
    SQL_SERVER(List.of("jdbc:sqlserver:"), '[', ']', false, Consistency.NONE) {
        @Override
        void beginReading(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }

        /** Its collations from before Unicode order these types in one way and compare them with a parameter in another. */
        @Override
        boolean ordersOtherwise(SourceColumn column) {
            return List.of("varchar", "char", "text").contains(column.typeName());
        }

        @Override
        String comparable(String column) {
            return "cast(" + column + " as nvarchar(4000)) collate Latin1_General_BIN2";
        }
    },
    ORACLE(List.of("jdbc:oracle:"), '"', '"', false, Consistency.BLOCK) {
        @Override
        void beginReading(Connection connection) throws SQLException {
            connection.setAutoCommit(false); // one statement sees one moment
        }

        /** The language of a session sorts, and does not compare, unless both are told. */
        @Override
        List<String> session() {
            return List.of("alter session set nls_sort = binary", "alter session set nls_comp = binary");
        }
    },
    SQLITE(List.of("jdbc:sqlite:"), '"', '"', true, Consistency.BLOCK) {
        @Override
        boolean isFile() {
            return true;
        }

        @Override
        Properties properties(String url) {
            Properties properties = only("busy_timeout", "10000");
            properties.setProperty("open_mode", READ_ONLY_MODE);
            return properties;
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            connection.setAutoCommit(false); // the only isolation there is
        }
    },
    /** A result is made while it is read, not before; and no database is made by looking for one. */
    H2(List.of("jdbc:h2:"), '"', '"', true, Consistency.BLOCK) {
        @Override
        Properties properties(String url) {
            return only("IFEXISTS", "TRUE");
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lazy_query_execution 1");
            }
            super.beginReading(connection);
        }
    },
    FIREBIRD(List.of("jdbc:firebird", "jdbc:firebirdsql:"), '"', '"', false, Consistency.BLOCK),
    /** Its rows compare, but not yet between two bounds. */
    DUCKDB(List.of("jdbc:duckdb:"), '"', '"', false, Consistency.BLOCK) {
        @Override
        boolean isFile() {
            return true;
        }

        @Override
        Properties properties(String url) {
            Properties properties = only("jdbc_stream_results", "true");
            // a database in memory has to be written to before there is anything to read
            file(url).ifPresent(file -> properties.setProperty("duckdb.read_only", "true"));
            return properties;
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            connection.setAutoCommit(false); // the only isolation there is
        }
    };

    /** SQLITE_OPEN_READONLY of SQLite's own interface. */
    private static final String READ_ONLY_MODE = "1";

    private final List<String> prefixes;
    private final char open;
    private final char close;
    private final boolean comparesRows;
    private final Consistency consistency;

    Dialect(List<String> prefixes, char open, char close, boolean comparesRows, Consistency consistency) {
        this.prefixes = prefixes;
        this.open = open;
        this.close = close;
        this.comparesRows = comparesRows;
        this.consistency = consistency;
    }

    /** The dialect of an address; empty when it is of a database that is not known. */
    static Optional<Dialect> of(String url) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.prefixes.stream().anyMatch(url::startsWith))
                .findFirst();
    }

    /** A name as the database has it, whatever it consists of. */
    String quote(String name) {
        return open + name.replace(String.valueOf(close), String.valueOf(close) + close) + close;
    }

    /** What is left of a column when it is divided. */
    String remainder(String column, int divisor) {
        return this == ORACLE || this == FIREBIRD ? "mod(" + column + ", " + divisor + ")" : column + " % " + divisor;
    }

    /** A statement of so many rows at most. */
    String limited(String select, int rows) {
        return switch (this) {
            case SQL_SERVER -> select.replaceFirst("^select ", "select top (" + rows + ") ");
            case ORACLE, FIREBIRD -> select + " fetch first " + rows + " rows only";
            default -> select + " limit " + rows;
        };
    }

    /** Whether {@code (a, b) > (?, ?)} is understood. */
    boolean comparesRows() {
        return comparesRows;
    }

    /** The best that can be had; a source that does not allow it gives less. */
    Consistency consistency() {
        return consistency;
    }

    /** What the driver has to be told so that a result is not gathered in memory. */
    int fetchSize(int wished) {
        return wished;
    }

    /** Whether an address is that of a file, which the library would make where there is none. */
    boolean isFile() {
        return false;
    }

    /**
     * The file of an address that has to be there.
     *
     * @return empty when the database is none, or is one in memory, or its address is of a form of the library's own
     */
    Optional<Path> file(String url) {
        String path = url.substring(prefixes.get(0).length()).replaceFirst("[?;].*", "");
        if (this == SQLITE && path.startsWith("file:")) {
            path = url.contains("mode=memory")
                    ? ""
                    : path.substring("file:".length()).replaceFirst("^//[^/]*/", "/");
        }
        boolean isElsewhere = this == DUCKDB && (path.startsWith("md:") || path.startsWith("motherduck:"));
        boolean isPlain = !path.isEmpty() && !path.startsWith(":") && !isElsewhere;
        return isFile() && isPlain ? Optional.of(Path.of(path)) : Optional.empty();
    }

    /** Statements that a connection to the database itself begins with. */
    List<String> session() {
        return List.of();
    }

    /** Whether a column is ordered in another way than it compares with a parameter, so that it has to be {@link #comparable}. */
    boolean ordersOtherwise(SourceColumn column) {
        return false;
    }

    /** A column in a form that is ordered as it compares. */
    String comparable(String column) {
        return column;
    }

    private static Properties only(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    /** For the driver, beside user and password. */
    Properties properties(String url) {
        return new Properties();
    }

    /** Begins a transaction that reads. */
    void beginReading(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }
}
