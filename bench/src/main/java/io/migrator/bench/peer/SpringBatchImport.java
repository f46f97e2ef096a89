package io.migrator.bench.peer;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The usual way to bring a file of CUSTOMER_DETAILS into PostgreSQL: a Spring Batch job of one step, which reads the file by
 * {@code FlatFileItemReader}, validates in a processor and inserts by {@code JdbcBatchItemWriter} into a table of typed columns.
 *
 * <p>Tuned as far as its settings go; the figures are those of {@link ImportStep}. It does less than the service's intake: a row
 * that breaks a rule is left out and counted, not reported; the file's other rows are imported all the same; that keys are unique
 * is known only when the table refuses one, and then the job has failed halfway; mailboxes are not compared.
 */
public final class SpringBatchImport {

    private static final String JOB = "import";

    private final DataSource dataSource;
    private final Clock clock;

    /**
     * What became of the rows.
     *
     * @param written inserted
     * @param refused left out
     */
    public record Imported(long read, long written, long refused) {}

    /**
     * @param dataSource of a {@link PeerDatabase}, as inserts have to be rewritten
     * @param clock tells who is of age, and what is in the future
     */
    public SpringBatchImport(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Empties the table, or creates it. */
    public void reset() {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("drop table if exists imported_customers");
        jdbc.execute(CustomerInsert.TABLE);
    }

    /**
     * Imports a file into the table.
     *
     * @throws IllegalStateException when the job did not complete
     */
    public Imported run(Path csv) {
        JobRepository repository = new ResourcelessJobRepository();
        CustomerCheck check = new CustomerCheck(clock);
        Job job = new JobBuilder(JOB, repository)
                .start(new ImportStep(repository, dataSource).of(csv, check))
                .build();
        JobExecution execution = execute(repository, job);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            IllegalStateException failed =
                    new IllegalStateException("the import has ended as " + execution.getStatus());
            execution.getAllFailureExceptions().forEach(failed::addSuppressed);
            throw failed;
        }
        StepExecution step = execution.getStepExecutions().iterator().next();
        return new Imported(step.getReadCount(), step.getWriteCount(), check.refused());
    }

    private static JobExecution execute(JobRepository repository, Job job) {
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            return operator.start(job, new JobParametersBuilder().toJobParameters());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the import could not be started", e);
        } catch (Exception e) { // what afterPropertiesSet declares
            throw new IllegalStateException("the import is not set up as it should be", e);
        }
    }
}
