package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Cuts an extract into blocks, over one connection in whose transaction it reads every key once. */
final class Planning {

    private final Dialect dialect;
    private final Connection connection;
    private final Resolved resolved;

    Planning(Dialect dialect, Connection connection, Resolved resolved) {
        this.dialect = dialect;
        this.connection = connection;
        this.resolved = resolved;
    }

    /** @throws SourceException when a row has no key */
    List<Block> blocks(int rowsPerBlock) throws SQLException {
        boolean isDeclared = isKeyDeclared();
        Selects selects = resolved.selects();
        long rows = requireKeys(isDeclared ? selects.withoutKey() : selects.counts());
        List<Block> blocks = new ArrayList<>();
        List<KeyValue> after = List.of();
        for (List<KeyValue> bound : bounds(rowsPerBlock)) {
            blocks.add(new Block(blocks.size() + 1, after, bound, rowsPerBlock));
            after = bound;
        }
        long rest = isDeclared ? count(selects.countAfter(after)) : rows % rowsPerBlock;
        // The last one has no end, so that what is added behind it while the run goes on is in.
        blocks.add(new Block(blocks.size() + 1, after, List.of(), rest));
        return blocks;
    }

    /**
     * Whether every column of the key is one of a table that says it is never NULL. Rows without one are looked for all the same, as
     * not every such word is kept; but there is an index, as a rule, which makes that and a look at the last rows cheap.
     */
    private boolean isKeyDeclared() throws SQLException {
        if (resolved.extract().table() == null) {
            return false;
        }
        try (PreparedStatement statement =
                        connection.prepareStatement(resolved.selects().emptyKey());
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData key = result.getMetaData();
            for (int i = 1; i <= key.getColumnCount(); i++) {
                if (key.isNullable(i) != ResultSetMetaData.columnNoNulls) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Refuses rows without a key.
     *
     * @param counts first the rows, then those without
     */
    private long requireKeys(Selects.Select counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(counts.sql())) {
            Values.bind(dialect, statement, counts.values());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long noKey = result.getLong(2);
                if (noKey > 0) {
                    throw new SourceException(resolved.extract().name() + " has " + noKey
                            + " rows without a key ("
                            + String.join(", ", resolved.extract().key())
                            + " is NULL); name another key, or leave them out by a filter");
                }
                return result.getLong(1);
            }
        }
    }

    private long count(Selects.Select select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
            Values.bind(dialect, statement, select.values());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private List<List<KeyValue>> bounds(int rowsPerBlock) throws SQLException {
        Selects.Select select = resolved.selects().bounds(rowsPerBlock);
        List<List<KeyValue>> bounds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select.sql())) {
            Values.bind(dialect, statement, select.values());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    bounds.add(key(result));
                }
            }
        }
        return bounds;
    }

    private List<KeyValue> key(ResultSet result) throws SQLException {
        List<SourceColumn> key = resolved.key();
        List<KeyValue> values = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Object value = Values.read(dialect, result, i + 1, key.get(i).kind());
            if (value == null) {
                throw new SourceException(resolved.extract().name() + " has a row without "
                        + key.get(i).name());
            }
            values.add(KeyValue.of(value));
        }
        return values;
    }
}
