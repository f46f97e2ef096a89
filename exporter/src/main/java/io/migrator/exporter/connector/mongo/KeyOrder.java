package io.migrator.exporter.connector.mongo;

import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keys as they come in order. A query for what is greater finds values of the same type only, so keys of several types, or
 * none, would be rows that nobody reads: they are refused.
 */
final class KeyOrder {

    private final Extract extract;
    private final KeyValue.@Nullable Kind[] kinds;

    KeyOrder(Extract extract) {
        this.extract = extract;
        this.kinds = new KeyValue.Kind[extract.key().size()];
    }

    List<KeyValue> next(Document document) {
        List<KeyValue> key = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            String name = extract.key().get(i);
            Object value = Documents.field(document, name);
            if (value == null) {
                throw new SourceException(extract.name() + " has documents without a key (" + name
                        + " is null or missing); name another key, or leave them out by a filter");
            }
            KeyValue part = Documents.key(extract, name, value);
            KeyValue.Kind kind = part.kind() == KeyValue.Kind.DECIMAL ? KeyValue.Kind.LONG : part.kind();
            KeyValue.Kind before = kinds[i];
            if (before != null && before != kind) {
                throw new SourceException(extract.name() + " has documents whose " + name + " is " + before
                        + " and others whose " + name + " is " + kind + "; name a key that is of one type");
            }
            kinds[i] = kind;
            key.add(part);
        }
        return key;
    }
}
