package io.migrator.bench.peer;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.infrastructure.item.file.separator.DefaultRecordSeparatorPolicy;
import org.springframework.batch.infrastructure.item.file.transform.DefaultFieldSetFactory;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.support.SynchronizedItemStreamReader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The import's one step: chunks of 2,000 rows on three threads, each chunk read, checked, inserted and committed by one of them, so
 * that both cores and the database have something to do. The price is that a job cannot be restarted where it ended. On two cores
 * one thread takes 1.7 times as long, two take a tenth longer; chunks of 1,000 to 5,000 rows, columns of {@code text}, statements
 * prepared sooner or planned once and the job's state in the database differ by less than two runs do. The newer kind of step
 * hands single items to other threads and writes on one, so the database waits for it as for one thread.
 */
final class ImportStep {

    private static final int CHUNK_ROWS = 2_000;
    private static final int THREADS = 3;

    private final JobRepository repository;
    private final DataSource dataSource;

    ImportStep(JobRepository repository, DataSource dataSource) {
        this.repository = repository;
        this.dataSource = dataSource;
    }

    // Spring Batch 6 wants to do without this kind of step, but offers no other that writes on several threads.
    @SuppressWarnings({"deprecation", "removal"})
    Step of(Path csv, CustomerCheck check) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("import-");
        threads.setConcurrencyLimit(THREADS);
        return new StepBuilder("customers", repository)
                .<FieldSet, Customer>chunk(CHUNK_ROWS, new JdbcTransactionManager(dataSource))
                .reader(new SynchronizedItemStreamReader<>(reader(csv)))
                .processor(check)
                .writer(writer())
                .taskExecutor(threads)
                .build();
    }

    private static FlatFileItemReader<FieldSet> reader(Path csv) {
        return new FlatFileItemReaderBuilder<FieldSet>()
                .name("customers")
                .resource(new FileSystemResource(csv))
                .encoding("UTF-8")
                .linesToSkip(1)
                .recordSeparatorPolicy(new DefaultRecordSeparatorPolicy())
                .lineTokenizer(tokenizer())
                .fieldSetMapper(new PassThroughFieldSetMapper())
                .saveState(false)
                .build();
    }

    private static DelimitedLineTokenizer tokenizer() {
        DefaultFieldSetFactory lines = new DefaultFieldSetFactory();
        // Otherwise each line makes its own of both, which takes a tenth of the time. The check uses neither.
        lines.setNumberFormat(NumberFormat.getInstance(Locale.ROOT));
        lines.setDateFormat(new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));
        DelimitedLineTokenizer tokenizer = new DelimitedLineTokenizer();
        tokenizer.setFieldSetFactory(lines);
        return tokenizer;
    }

    private JdbcBatchItemWriter<Customer> writer() {
        JdbcBatchItemWriter<Customer> writer = new JdbcBatchItemWriterBuilder<Customer>()
                .dataSource(dataSource)
                .sql(CustomerInsert.STATEMENT)
                .itemPreparedStatementSetter(new CustomerInsert())
                .build();
        writer.afterPropertiesSet();
        return writer;
    }
}
