package io.migrator.exporter.connector.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What some documents of a collection are like: nothing but they tells what fields there are. */
final class Sample {

    private static final int DOCUMENTS = 200;

    /** The kinds of values by field, nested ones with dots. */
    private final Map<String, Set<SourceColumn.Kind>> kinds = new LinkedHashMap<>();

    private Sample() {}

    static Sample of(MongoCollection<Document> collection) {
        Sample sample = new Sample();
        for (Document document : collection.find().limit(DOCUMENTS)) {
            sample.add("", document);
        }
        return sample;
    }

    private void add(String prefix, Document document) {
        document.forEach((name, value) -> {
            if (value instanceof Document nested) {
                add(prefix + name + ".", nested);
            } else {
                Set<SourceColumn.Kind> found = kinds.computeIfAbsent(prefix + name, field -> new TreeSet<>());
                if (value != null) {
                    found.add(Documents.kind(value));
                }
            }
        });
    }

    List<SourceColumn> columns() {
        List<SourceColumn> columns = new ArrayList<>();
        kinds.forEach((name, found) -> columns.add(column(name, found)));
        return columns;
    }

    /** @throws SourceException when no document of the collection has the field */
    SourceColumn column(MongoCollection<Document> collection, Extract extract, String name) {
        Set<SourceColumn.Kind> found = kinds.get(name);
        if (found != null) {
            return column(name, found);
        }
        Document rare = collection
                .find(Filters.exists(name))
                .projection(Projections.include(name))
                .first();
        if (rare == null) {
            throw new SourceException(extract.name() + " has no document with the field " + name + "; there are "
                    + String.join(", ", kinds.keySet()));
        }
        Object value = Documents.field(rare, name);
        return column(name, value == null ? Set.of() : Set.of(Documents.kind(value)));
    }

    /** Of several kinds, each value says what it is when it is read. */
    private static SourceColumn column(String name, Set<SourceColumn.Kind> found) {
        SourceColumn.@Nullable Kind only = found.size() == 1 ? found.iterator().next() : null;
        return new SourceColumn(
                name,
                only == null ? SourceColumn.Kind.TEXT : only,
                found.isEmpty()
                        ? "nothing"
                        : String.join(" or ", found.stream().map(Sample::word).toList()));
    }

    private static String word(SourceColumn.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case DATE, TIMESTAMP, INSTANT -> "date";
            case UNREADABLE -> "array or binary";
        };
    }
}
