package io.migrator.crm.record;

import io.migrator.api.wire.RowMessage;
import io.migrator.crm.record.RowReader.Reading;
import io.migrator.crm.record.Verdict.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the records to the state that a poll of messages desires, in one transaction. Belongs to one worker; several may
 * work on the same tables at once.
 */
public final class DesiredStates {

    private static final Logger LOG = LoggerFactory.getLogger(DesiredStates.class);
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;
    private final RowReader reader;
    private final RecordLoader loader;
    private final RecordWriter writer;
    private final RecordIds ids = new RecordIds();

    /** @param dataSource of the database that holds the schema {@code crm} */
    public DesiredStates(DataSource dataSource, TargetTypes types) {
        Map<RecordTable, RecordSql> statements = types.statements();
        this.dataSource = dataSource;
        this.reader = new RowReader(types);
        this.loader = new RecordLoader(types.customers(), statements);
        this.writer = new RecordWriter(statements);
    }

    /**
     * Applies the messages in their order.
     *
     * @return one verdict per message, in the same order; committed
     * @throws SQLException when the database cannot be reached; whether the messages were applied is not known then, and
     *     applying them again is safe
     */
    public List<Verdict> apply(List<RowMessage> messages) throws SQLException {
        List<StatedRow> rows = new ArrayList<>(messages.size());
        List<@Nullable Refused> refusals = new ArrayList<>(messages.size());
        for (RowMessage message : messages) {
            Reading reading = reader.read(message);
            if (reading instanceof Reading.Fit fit) {
                rows.add(fit.row());
                refusals.add(null);
            } else if (reading instanceof Reading.Unfit unfit) {
                refusals.add(unfit.refusal());
            }
        }
        List<Verdict> decided = settle(rows);
        List<Verdict> verdicts = new ArrayList<>(messages.size());
        int next = 0;
        for (Refused refusal : refusals) {
            verdicts.add(refusal == null ? decided.get(next++) : refusal);
        }
        return verdicts;
    }

    /**
     * When the database objects to the data, halves find the row it objects to, so that one row never holds up the others.
     */
    private List<Verdict> settle(List<StatedRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return transact(rows);
        } catch (SQLException e) {
            if (!SqlStates.isAboutData(e)) {
                throw e;
            }
            LOG.warn("the database refused a batch of {} rows with SQLSTATE {}", rows.size(), e.getSQLState());
            if (rows.size() == 1) {
                return List.of(Refused.valueInvalid("The target's database does not take the row."));
            }
            int middle = rows.size() / 2;
            List<Verdict> verdicts = new ArrayList<>(settle(rows.subList(0, middle)));
            verdicts.addAll(settle(rows.subList(middle, rows.size())));
            return verdicts;
        }
    }

    /** Another worker may have inserted the same record, or hold the locks in a cycle: then what it wrote is there now. */
    private List<Verdict> transact(List<StatedRow> rows) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactOnce(rows);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !SqlStates.isRace(e)) {
                    throw e;
                }
                LOG.debug("a batch of {} rows met another worker, SQLSTATE {}", rows.size(), e.getSQLState());
            }
        }
    }

    private List<Verdict> transactOnce(List<StatedRow> rows) throws SQLException {
        Lookups lookups = new Lookups();
        rows.forEach(row -> row.type().lookUp(row, lookups));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                PollRecords records = loader.load(connection, lookups, ids);
                List<Verdict> verdicts = new ArrayList<>(rows.size());
                for (StatedRow row : rows) {
                    verdicts.add(row.type().decide(row, records));
                }
                writer.write(connection, records);
                connection.commit();
                return verdicts;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
