package io.migrator.saga.dispatch;

import io.migrator.api.event.RowsDispatchRequested;
import io.migrator.api.event.RowsStaged;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.RowChunk;
import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.api.wire.RowMessageWriter;
import io.migrator.api.wire.Topics;
import io.migrator.api.wire.WireCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/** Turns the ordered rows of a chunk into the contract's messages. Stateless. */
@Component
class RowMessages {

    private final FileTypes fileTypes;
    private final RowCodec codec;
    private final RecordParser parser = new RecordParser();

    RowMessages(FileTypes fileTypes, RowCodec codec) {
        this.fileTypes = fileTypes;
        this.codec = codec;
    }

    /** One record per ordered row, ascending, keyed by the customer so that all about one customer keeps its order. */
    List<ProducerRecord<String, byte[]>> of(RowsDispatchRequested order, RowsStaged chunk) {
        List<StagedRow> ordered = new ArrayList<>(order.rows().size());
        List<Integer> numbers = new ArrayList<>(order.rows().size());
        int number = chunk.firstRow();
        for (StagedRow row : RowChunk.read(codec.open(order.tenant(), order.uploadId(), chunk.content()))) {
            if (order.rows().contains(number)) {
                ordered.add(row);
                numbers.add(number);
            }
            number++;
        }
        if (ordered.size() != order.rows().size()) {
            throw new IllegalStateException("chunk " + order.chunk() + " of upload " + order.uploadId() + " holds "
                    + ordered.size() + " of the " + order.rows().size() + " rows ordered");
        }
        return records(order, ordered, numbers);
    }

    private List<ProducerRecord<String, byte[]>> records(
            RowsDispatchRequested order, List<StagedRow> rows, List<Integer> numbers) {
        FileTypeSpec type = fileTypes.get(order.fileType());
        RowMessageWriter writer =
                new RowMessageWriter(type, order.tenant(), order.uploadId(), order.attempt(), order.sequence());
        List<List<String>> parsed =
                parser.parse(rows.stream().map(StagedRow::record).toList(), order.delimiter());
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = parsed.get(i);
            String key = WireCodec.key(order.tenant(), type.customerExternalId(cells));
            byte[] message = writer.write(numbers.get(i), cells, rows.get(i).pbjCustomerId());
            records.add(new ProducerRecord<>(Topics.ROWS, key, message));
        }
        return records;
    }
}
