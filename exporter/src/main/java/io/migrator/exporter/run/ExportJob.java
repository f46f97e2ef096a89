package io.migrator.exporter.run;

import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;

/**
 * A run as a job of Spring Batch: for each type a step that plans and one whose partitions are the blocks, then a step for each
 * type that migrates. What is finished is not done again when the job is taken up after a crash; that is the job repository's.
 */
final class ExportJob {

    private static final String JOB = "export";
    private static final String RUN = "run";
    private static final String BLOCK = "block";

    private final RunStore store;
    private final Run run;
    private final int workers;
    private final JobRepository repository;

    ExportJob(RunStore store, Run run, int workers) throws Exception {
        this.store = store;
        this.run = run;
        this.workers = workers;
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(store.dataSource());
        factory.setTransactionManager(store.transactionManager());
        factory.afterPropertiesSet();
        this.repository = factory.getObject();
    }

    /** What is done with a type. */
    interface Work {

        /** Cuts the type into blocks. */
        void plan();

        /** Reads and sends one of them. */
        void export(int block);

        /** When every block is read: which rows are gone? */
        void findVanished();

        /** Migrates what was sent. */
        void migrate();
    }

    /**
     * Runs the job, or goes on with it.
     *
     * @param works by type, in the order in which their records depend on one another
     * @return whether everything is done; what is not has been told to the store
     */
    boolean execute(Map<String, Work> works) throws Exception {
        Job job = job(works);
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        operator.setJobRegistry(registry);
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        JobParameters parameters =
                new JobParametersBuilder().addLong(RUN, run.number()).toJobParameters();
        JobInstance instance = repository.getJobInstance(JOB, parameters);
        JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
        JobExecution execution;
        if (last == null) {
            execution = operator.start(job, parameters);
        } else {
            if (last.isRunning() || last.getStatus() == BatchStatus.STARTED) {
                last = operator.recover(last); // its process was killed
            }
            execution = operator.restart(last);
        }
        return execution.getStatus() == BatchStatus.COMPLETED;
    }

    private Job job(Map<String, Work> works) {
        SimpleJobBuilder job = new JobBuilder(JOB, repository).start(step("begin", () -> {}));
        for (Map.Entry<String, Work> work : works.entrySet()) {
            job = job.next(step("plan " + work.getKey(), work.getValue()::plan))
                    .next(blocks(work.getKey(), work.getValue()))
                    .next(step("vanished " + work.getKey(), work.getValue()::findVanished));
        }
        if (run.options().migrates()) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                job = job.next(step("migrate " + work.getKey(), work.getValue()::migrate));
            }
        }
        return job.build();
    }

    private Step step(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        new org.springframework.batch.infrastructure.support.transaction
                                .ResourcelessTransactionManager())
                .build();
    }

    private Step blocks(String type, Work work) {
        Partitioner partitioner = gridSize -> {
            Map<String, ExecutionContext> contexts = new HashMap<>();
            store.blocks(run.number(), type)
                    .forEach(block -> contexts.put(
                            "block " + block.number(), new ExecutionContext(Map.of(BLOCK, block.number()))));
            return contexts;
        };
        Step worker = new StepBuilder("export " + type, repository)
                .tasklet(
                        (contribution, context) -> {
                            Object block = context.getStepContext()
                                    .getStepExecutionContext()
                                    .get(BLOCK);
                            work.export((Integer) java.util.Objects.requireNonNull(block));
                            return RepeatStatus.FINISHED;
                        },
                        new org.springframework.batch.infrastructure.support.transaction
                                .ResourcelessTransactionManager())
                .build();
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(type + "-");
        executor.setConcurrencyLimit(workers);
        return new StepBuilder("blocks " + type, repository)
                .partitioner("export " + type, partitioner)
                .step(worker)
                .gridSize(workers)
                .taskExecutor(executor)
                .build();
    }
}
