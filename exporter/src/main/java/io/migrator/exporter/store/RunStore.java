package io.migrator.exporter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The memory of one source in a directory of its own: its runs with their blocks and parts, what was refused and why, and a
 * fingerprint of each row that the service has taken. Spring Batch keeps its job repository in the same database. Only one process
 * at a time has a store open. Safe to use from several threads.
 */
public final class RunStore implements AutoCloseable {

    private static final int CONNECTIONS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<KeyValue>> KEY = new TypeReference<>() {};

    private final Path directory;
    private final FileChannel lock;
    private final JdbcConnectionPool dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactionManager;
    private final SeenRows seen;
    private final RunAccount account;
    private final Clock clock;

    private RunStore(Path directory, FileChannel lock, Clock clock) {
        this.directory = directory;
        this.lock = lock;
        this.clock = clock;
        // Without a trace file: it would repeat values.
        this.dataSource = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("store").toAbsolutePath()
                        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0",
                "sa",
                "");
        dataSource.setMaxConnections(CONNECTIONS);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactionManager = new DataSourceTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactionManager);
        this.seen = new SeenRows(jdbc, transaction);
        this.account = new RunAccount(jdbc);
    }

    /**
     * Opens the store, or makes it.
     *
     * @throws StoreInUseException when another process has it
     */
    public static RunStore open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            // it holds what customers are
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new StoreInUseException(directory);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreInUseException(directory);
        } catch (StoreInUseException e) {
            channel.close();
            throw e;
        }
        RunStore store = new RunStore(directory, channel, clock);
        store.prepare();
        return store;
    }

    private void prepare() {
        Integer sequences = jdbc.queryForObject(
                "select count(*) from information_schema.sequences where sequence_name = 'BATCH_JOB_INSTANCE_SEQ'",
                Integer.class);
        if (sequences == null || sequences == 0) { // the last thing that its script makes
            ResourceDatabasePopulator batch = new ResourceDatabasePopulator(
                    new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
            batch.setContinueOnError(true); // a process may have died in the middle of it
            batch.execute(dataSource);
        }
        new ResourceDatabasePopulator(new ClassPathResource("run-store.sql")).execute(dataSource);
    }

    /** For Spring Batch. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** For Spring Batch. */
    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** The rows that the service has. */
    public SeenRows seen() {
        return seen;
    }

    /** What is told of runs. */
    public RunAccount account() {
        return account;
    }

    /** Where a run's files are. */
    public Path directory(long run) {
        return directory.resolve("run-" + run);
    }

    /**
     * Makes sure that the store belongs to this service, tenant and source, or makes it so when it is new.
     *
     * @return what it belongs to instead; empty when all is well
     */
    public Optional<String> bind(Map<String, String> subjects) {
        for (Map.Entry<String, String> subject : subjects.entrySet()) {
            List<String> known =
                    jdbc.queryForList("select name from binding where subject = ?", String.class, subject.getKey());
            if (known.isEmpty()) {
                jdbc.update("insert into binding (subject, name) values (?, ?)", subject.getKey(), subject.getValue());
            } else if (!known.get(0).equals(subject.getValue())) {
                return Optional.of(subject.getKey() + " " + known.get(0));
            }
        }
        return Optional.empty();
    }

    // Runs

    /** Begins a run and answers its number. */
    public long begin(RunOptions options) {
        jdbc.update(
                "insert into run (started_at, sends_all, migrates, rows_per_block, rows_per_part) values (?, ?, ?, ?, ?)",
                now(),
                options.sendsAll(),
                options.migrates(),
                options.rowsPerBlock(),
                options.rowsPerPart());
        Long number = jdbc.queryForObject("select max(run) from run", Long.class);
        return number == null ? 0 : number;
    }

    /** The run that was begun and has not ended; there is one at most. */
    public Optional<Run> unfinished() {
        return runs("where ended_at is null").stream().findFirst();
    }

    /** The newest run. */
    public Optional<Run> newest() {
        return runs("order by run desc limit 1").stream().findFirst();
    }

    private List<Run> runs(String which) {
        return jdbc.query(
                "select * from run " + which,
                (row, n) -> new Run(
                        row.getLong("run"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        new RunOptions(
                                row.getBoolean("sends_all"),
                                row.getBoolean("migrates"),
                                row.getInt("rows_per_block"),
                                row.getInt("rows_per_part"))));
    }

    /** Nothing more becomes of a run. */
    public void end(long run) {
        jdbc.update("update run set ended_at = ? where run = ?", now(), run);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    // Blocks

    /** Keeps a plan; it is never changed. */
    public void plan(long run, String type, Plan plan) {
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
                    1000,
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
    public boolean isPlanned(long run, String type) {
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
                .filter(java.util.Objects::nonNull)
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

    /** Whether a block is finished, and not to be read again. */
    public boolean isFinished(long run, String type, int block) {
        return !jdbc.queryForList(
                        "select 1 from block where run = ? and file_type = ? and block = ? and finished_at is not null",
                        Integer.class,
                        run,
                        type,
                        block)
                .isEmpty();
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

    /** Everything that a block has led to, in one transaction: then it is finished, and never read again. */
    public void finish(long run, String type, int block, BlockResult result) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "update block set finished_at = ?, read_rows = ?, unchanged = ?, unmapped = ?, failure = null, attempts = attempts + 1 where run = ? and file_type = ? and block = ?",
                    now(),
                    result.read(),
                    result.unchanged(),
                    result.unmapped(),
                    run,
                    type,
                    block);
            jdbc.batchUpdate(
                    "insert into part (run, file_type, block, part, upload_id, sent, refused, accepted) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    result.parts(),
                    100,
                    (statement, part) -> {
                        statement.setLong(1, run);
                        statement.setString(2, type);
                        statement.setInt(3, block);
                        statement.setInt(4, part.number());
                        statement.setString(5, part.uploadId());
                        statement.setInt(6, part.sent());
                        statement.setInt(7, part.refused());
                        statement.setInt(8, part.accepted());
                    });
            refuse(run, type, result.refusals());
            seen.note(run, type, result.fingerprints());
            // They are still there, though the service does not have them as they are now.
            seen.present(
                    run,
                    type,
                    result.refusals().stream().map(RefusedRow::externalId).toList());
        });
    }

    /** A block could not be finished; the next attempt begins it anew. */
    public void failed(long run, String type, int block, String reason) {
        jdbc.update(
                "update block set attempts = attempts + 1, failure = ? where run = ? and file_type = ? and block = ?",
                reason,
                run,
                type,
                block);
    }

    /** Keeps why rows were refused. */
    public void refuse(long run, String type, Collection<RefusedRow> refusals) {
        jdbc.batchUpdate(
                "merge into refusal (run, file_type, external_id, by_whom, column_name, code, message) key (run, file_type, external_id, by_whom, column_name, code) values (?, ?, ?, ?, ?, ?, ?)",
                refusals,
                1000,
                (statement, row) -> {
                    statement.setLong(1, run);
                    statement.setString(2, type);
                    statement.setString(3, row.externalId());
                    statement.setString(4, row.by().name());
                    statement.setString(5, row.column());
                    statement.setString(6, row.code());
                    statement.setString(7, row.message());
                });
    }

    // Parts

    /** A file is about to be sent under a key; without effect on one that was before. */
    public void sending(String key, long run, String type, int block, int part) {
        jdbc.update(
                "merge into sending (idempotency_key, run, file_type, block, part) key (idempotency_key) values (?, ?, ?, ?, ?)",
                key,
                run,
                type,
                block,
                part);
    }

    /** The service has answered. */
    public void answered(String key, String uploadId, boolean isAccepted) {
        jdbc.update(
                "update sending set upload_id = ?, is_accepted = ? where idempotency_key = ?",
                uploadId,
                isAccepted,
                key);
    }

    /** The parts of a type that the service has accepted. */
    public List<Part> accepted(long run, String type) {
        return jdbc.query(
                "select * from part where run = ? and file_type = ? and accepted > 0 order by block, part",
                PART,
                run,
                type);
    }

    private static final RowMapper<Part> PART = (row, n) -> new Part(
            row.getInt("block"),
            row.getInt("part"),
            row.getString("upload_id"),
            row.getInt("sent"),
            row.getInt("refused"),
            row.getInt("accepted"));

    /** What became of a part's migration. */
    public void migrated(long run, String type, Part part, String status, int success, int error) {
        jdbc.update(
                "update part set status = ?, success = ?, error = ? where run = ? and file_type = ? and block = ? and part = ?",
                status,
                success,
                error,
                run,
                type,
                part.block(),
                part.number());
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

    @Override
    public void close() {
        try (lock) {
            jdbc.execute("shutdown");
            dataSource.dispose();
        } catch (IOException e) {
            throw new IllegalStateException("the store cannot be let go of", e);
        }
    }
}
