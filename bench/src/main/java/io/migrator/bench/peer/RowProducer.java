package io.migrator.bench.peer;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.wire.RowMessageWriter;
import io.migrator.api.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sends the rows of one upload that have no answer yet, a page at a time: one statement makes the page PENDING and returns it, then
 * its messages go out. Begun again after a crash it sends again what has no answer; the target takes a row twice.
 */
final class RowProducer {

    private static final String CLAIM = """
            update pipeline_rows set status = 1
            where upload_no = ? and row_no > ? and row_no <= ? and status < 2
            returning row_no, record""";

    private static final int ATTEMPT = 1;

    private final JdbcTemplate jdbc;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final FileTypeSpec type;
    private final int pageRows;
    private final RecordParser parser = new RecordParser();

    RowProducer(JdbcTemplate jdbc, Producer<byte[], byte[]> producer, String topic, FileTypeSpec type, int pageRows) {
        this.jdbc = jdbc;
        this.producer = producer;
        this.topic = topic;
        this.type = type;
        this.pageRows = pageRows;
    }

    private record Row(int number, String record) {}

    /** Returns when everything has been handed to the producer and acknowledged. */
    void send(Upload upload, Progress progress) throws InterruptedException {
        RowMessageWriter messages =
                new RowMessageWriter(type, upload.tenant(), upload.id(), ATTEMPT, upload.sequence());
        for (int last = 0; last < upload.rowCount(); last += pageRows) {
            progress.claim(pageRows);
            List<Row> page = claim(upload, last);
            progress.unclaim(pageRows - page.size());
            send(upload, page, messages, progress);
        }
        producer.flush();
    }

    private List<Row> claim(Upload upload, int last) {
        return jdbc
                .query(
                        CLAIM,
                        (row, i) -> new Row(row.getInt(1), row.getString(2)),
                        upload.number(),
                        last,
                        last + pageRows)
                .stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    private void send(Upload upload, List<Row> page, RowMessageWriter messages, Progress progress) {
        List<List<String>> cells = parser.parse(page.stream().map(Row::record).toList(), ',');
        for (int i = 0; i < page.size(); i++) {
            String key = WireCodec.key(upload.tenant(), type.customerExternalId(cells.get(i)));
            byte[] value = messages.write(page.get(i).number(), cells.get(i), null);
            producer.send(
                    new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value), (acknowledged, fault) -> {
                        if (fault != null) {
                            progress.fail(fault);
                        }
                    });
        }
    }
}
