package io.migrator.exporter.store;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
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

    private final Path directory;
    private final FileChannel lock;
    private final JdbcConnectionPool dataSource;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactionManager;
    private final SeenRows seen;
    private final Plans plans;
    private final BlockResults results;
    private final SentParts parts;
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
        TransactionTemplate transaction = new TransactionTemplate(transactionManager);
        this.seen = new SeenRows(jdbc, transaction);
        this.plans = new Plans(jdbc, transaction);
        this.results = new BlockResults(jdbc, transaction, seen, clock);
        this.parts = new SentParts(jdbc);
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

    /** Into which blocks the types of runs were cut. */
    public Plans plans() {
        return plans;
    }

    /** What has become of blocks. */
    public BlockResults results() {
        return results;
    }

    /** What was sent. */
    public SentParts parts() {
        return parts;
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
