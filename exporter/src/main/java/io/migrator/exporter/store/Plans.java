package io.migrator.exporter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The plans of runs: into which blocks a type was cut, and from where on it is read. Safe to use from several threads. */
public final class Plans {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<KeyValue>> KEY = new TypeReference<>() {};
    private static final int AT_A_TIME = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Plans(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Keeps a plan; it is never changed. */
    public void keep(long run, String type, Plan plan) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into extract (run, file_type, consistency, mapping, state, since) values (?, ?, ?, ?, ?, ?)",
                    run,
                    type,
                    plan.consistency(),
                    plan.mapping(),
                    plan.state().map(value -> text(List.of(value))).orElse(null),
                    plan.since().map(value -> text(List.of(value))).orElse(null));
            jdbc.batchUpdate(
                    "insert into block (run, file_type, block, after_key, up_to_key, planned) values (?, ?, ?, ?, ?, ?)",
                    plan.blocks(),
                    AT_A_TIME,
                    (statement, block) -> {
                        statement.setLong(1, run);
                        statement.setString(2, type);
                        statement.setInt(3, block.number());
                        statement.setString(4, text(block.after()));
                        statement.setString(5, text(block.upTo()));
                        statement.setLong(6, block.rows());
                    });
        });
    }

    /** Whether a type's plan is made. */
    public boolean isMade(long run, String type) {
        return !jdbc.queryForList("select 1 from extract where run = ? and file_type = ?", Integer.class, run, type)
                .isEmpty();
    }

    /** From where on the change column is read; empty when all is. */
    public Optional<KeyValue> since(long run, String type) {
        return value("select since from extract where run = ? and file_type = ?", run, type);
    }

    /**
     * Where the source stood in the newest run that took over all of it with this mapping; rows that were refused since then have to
     * be read again.
     */
    public Optional<KeyValue> lastState(String type, String mapping) {
        return value("""
                select e.state from extract e join run r on r.run = e.run
                 where e.file_type = ? and e.mapping = ? and r.ended_at is not null
                   and not exists (select 1 from refusal f where f.run = e.run and f.file_type = e.file_type)
                 order by e.run desc limit 1""", type, mapping);
    }

    private Optional<KeyValue> value(String query, Object... parameters) {
        return jdbc.queryForList(query, String.class, parameters).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(text -> key(text).get(0));
    }

    /** The way in which a type's rows are mapped in a run; empty before it is planned. */
    public Optional<String> mapping(long run, String type) {
        return jdbc
                .queryForList("select mapping from extract where run = ? and file_type = ?", String.class, run, type)
                .stream()
                .findFirst();
    }

    /** The blocks of a plan. */
    public List<Block> blocks(long run, String type) {
        return jdbc.query(
                "select * from block where run = ? and file_type = ? order by block",
                (row, n) -> new Block(
                        row.getInt("block"),
                        key(row.getString("after_key")),
                        key(row.getString("up_to_key")),
                        row.getLong("planned")),
                run,
                type);
    }

    private static String text(List<KeyValue> key) {
        try {
            return JSON.writeValueAsString(key);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key cannot be written", e);
        }
    }

    private static List<KeyValue> key(String text) {
        try {
            return JSON.readValue(text, KEY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key of the store cannot be read", e);
        }
    }
}
