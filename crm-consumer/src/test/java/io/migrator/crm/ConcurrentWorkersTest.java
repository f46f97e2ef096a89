package io.migrator.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.WireCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several workers at the same records at once, as when partitions change hands. */
class ConcurrentWorkersTest {

    private static final int WORKERS = 4;
    private static final int CUSTOMERS = 60;

    private final Installation target = new Installation();
    private final WireCodec codec = new WireCodec();
    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void theSameNewCustomersAreInsertedOnceAndEveryMessageIsAnswered() throws Exception {
        List<Rows.Row> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> Rows.customer("EXT-" + i))
                .toList();

        List<RowAnswer> answers = allAtOnce(customers);

        assertThat(answers).hasSize(WORKERS * CUSTOMERS).allSatisfy(answer -> assertThat(answer.error())
                .isNull());
        assertThat(answers.stream().map(RowAnswer::pbjCustomerId).distinct()).hasSize(CUSTOMERS);
        assertThat(target.query("SELECT count(*) FROM crm.customers")).containsExactly(CUSTOMERS + "");
    }

    @Test
    void rowsThatChangeTheSameRecordsInDifferentOrdersAllGetThrough() throws Exception {
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            rows.add(Rows.customer("EXT-" + i));
            rows.add(Rows.note("N-" + i, "EXT-" + i));
        }
        target.take(rows.toArray(Rows.Row[]::new));
        List<Rows.Row> changes = rows.stream().map(row -> row.at(2)).toList();

        List<RowAnswer> answers = allAtOnce(changes);

        assertThat(answers).hasSize(WORKERS * changes.size()).allSatisfy(answer -> assertThat(answer.error())
                .isNull());
        assertThat(target.query("SELECT DISTINCT fences[2] FROM crm.customers")).containsExactly("2");
    }

    /** Every worker takes all the rows, in an order of its own. */
    private List<RowAnswer> allAtOnce(List<Rows.Row> rows) throws Exception {
        List<Callable<List<RowAnswer>>> tasks = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Random random = new Random(worker);
            PollHandler handler = target.handler();
            tasks.add(() -> {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
                List<Rows.Row> shuffled = new ArrayList<>(rows);
                Collections.shuffle(shuffled, random);
                shuffled.forEach(row ->
                        records.add(new ConsumerRecord<>("rows", 0, records.size(), null, codec.write(row.message()))));
                return target.answers(handler.handle(records));
            });
        }
        List<RowAnswer> answers = new ArrayList<>();
        for (Future<List<RowAnswer>> future : threads.invokeAll(tasks)) {
            answers.addAll(future.get());
        }
        return answers;
    }
}
