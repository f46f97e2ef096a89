package io.migrator.exporter.run;

import io.migrator.exporter.store.Run;
import io.migrator.exporter.store.RunStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
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
    private static final String INSTANCE = "instance";
    private static final String BLOCK = "block ";
    private static final Set<BatchStatus> NO_WAY_OUT = Set.of(BatchStatus.UNKNOWN, BatchStatus.ABANDONED);

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

    /**
     * How the job has ended.
     *
     * @param isDone whether nothing is left
     * @param reasons why something is
     */
    record Result(boolean isDone, List<String> reasons) {}

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
     */
    Result execute(Map<String, Work> works) throws Exception {
        Job job = job(works);
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        MapJobRegistry registry = new MapJobRegistry();
        registry.register(job);
        operator.setJobRegistry(registry);
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        for (long instance = 1; ; instance++) {
            JobParameters parameters = new JobParametersBuilder()
                    .addLong(RUN, run.number())
                    .addLong(INSTANCE, instance)
                    .toJobParameters();
            JobInstance known = repository.getJobInstance(JOB, parameters);
            if (known == null) {
                return result(operator.start(job, parameters));
            }
            JobExecution last = repository.getLastJobExecution(known);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                return new Result(true, List.of()); // its process died before the store knew
            } else if (last != null && !NO_WAY_OUT.contains(last.getStatus())) {
                boolean isLeftRunning = last.isRunning() || last.getStatus() == BatchStatus.STARTED;
                return result(operator.restart(isLeftRunning ? operator.recover(last) : last));
            }
            // begun anew, beside what nothing can be made of; finished blocks are passed over
        }
    }

    private static Result result(JobExecution execution) {
        return new Result(
                execution.getStatus() == BatchStatus.COMPLETED,
                execution.getAllFailureExceptions().stream()
                        .filter(fault -> !(fault instanceof JobExecutionException))
                        .map(Reasons::of)
                        .distinct()
                        .toList());
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
            store.plans()
                    .blocks(run.number(), type)
                    .forEach(block -> contexts.put(BLOCK + block.number(), new ExecutionContext()));
            return contexts;
        };
        Step worker = new StepBuilder("export " + type, repository)
                .tasklet(
                        (contribution, context) -> {
                            // the name is there whatever was kept of the context before a crash
                            String name = contribution.getStepExecution().getStepName();
                            work.export(Integer.parseInt(name.substring(name.lastIndexOf(BLOCK) + BLOCK.length())));
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
