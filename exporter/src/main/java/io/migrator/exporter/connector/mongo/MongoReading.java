package io.migrator.exporter.connector.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.connector.SourceException;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A cursor for each block; what is written meanwhile may be seen or not. */
final class MongoReading implements Reading {

    private final MongoConnector connector;
    private final int fetchSize;

    MongoReading(MongoConnector connector, int fetchSize) {
        this.connector = connector;
        this.fetchSize = fetchSize;
    }

    @Override
    public Consistency consistency() {
        return Consistency.NONE;
    }

    @Override
    public void read(Extract extract, Block block, RowSink sink) {
        Selection selection = Selection.of(extract);
        List<String> names = extract.columns();
        @Nullable Object[] values = new Object[names.size()];
        List<String> needed =
                Stream.concat(names.stream(), extract.key().stream()).distinct().toList();
        try (MongoCursor<Document> documents = connector
                .collection(extract)
                .find(selection.of(block))
                .projection(Projections.include(needed))
                .sort(selection.inOrder())
                .allowDiskUse(true)
                .batchSize(fetchSize)
                .iterator()) {
            while (documents.hasNext()) {
                Document document = documents.next();
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(extract, block, document, names.get(i));
                }
                sink.row(values);
            }
        } catch (MongoException e) {
            throw MongoFaults.of("reading block " + block.number() + " of " + extract.name(), e);
        }
    }

    private static @Nullable Object value(Extract extract, Block block, Document document, String name) {
        try {
            return Documents.value(Documents.field(document, name));
        } catch (IllegalArgumentException e) {
            List<String> key = extract.key().stream()
                    .map(part -> String.valueOf(Documents.field(document, part)))
                    .toList();
            throw new SourceException(
                    "reading block " + block.number() + " of " + extract.name() + " failed: the document "
                            + String.join(", ", key) + " has a value of type " + e.getMessage() + " in " + name
                            + ", which no cell can hold; leave it out by a filter, or map another field");
        }
    }

    @Override
    public void close() {
        // each block closes its cursor
    }
}
