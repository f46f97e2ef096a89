package io.migrator.query.row;

import io.migrator.query.projection.Gathering;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Rows of one transaction that go to PostgreSQL by COPY: those of several events together, and at once when they are
 * {@value #ENOUGH} bytes. A COPY of ten rows costs little less than one of a thousand. For the thread of the transaction, which must not
 * read them before its end.
 */
final class GatheredRows implements TransactionSynchronization {

    private static final int ENOUGH = 256 * 1024;

    private final JdbcTemplate jdbc;
    private final Map<String, CopyBytes> rows = new HashMap<>();

    private GatheredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the transaction that runs. */
    static GatheredRows current(JdbcTemplate jdbc) {
        return Gathering.current(GatheredRows.class, () -> new GatheredRows(jdbc));
    }

    /**
     * Adds rows.
     *
     * @param statement the COPY that they are for
     * @param bytes how many they will be, about
     */
    void add(String statement, int bytes, Consumer<CopyBytes> writing) {
        CopyBytes copy = rows.computeIfAbsent(statement, first -> new CopyBytes());
        copy.expect(bytes);
        writing.accept(copy);
        if (copy.size() >= ENOUGH) {
            rows.remove(statement);
            copy.send(jdbc, statement);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        rows.forEach((statement, copy) -> copy.send(jdbc, statement));
    }
}
