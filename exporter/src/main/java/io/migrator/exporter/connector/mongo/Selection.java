package io.migrator.exporter.connector.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;

/**
 * Which documents an extract means.
 *
 * @param all of the extract
 */
record Selection(Extract extract, Bson all) {

    /** @throws SourceException when the filter is no JSON */
    static Selection of(Extract extract) {
        List<Bson> conditions = new ArrayList<>();
        if (!extract.filter().isBlank()) {
            conditions.add(filter(extract));
        }
        String changed = extract.changeColumn();
        if (changed != null) {
            // what has no such value, or one of another type, may have changed at any time: only what is surely older
            // is left out
            extract.since()
                    .ifPresent(since -> conditions.add(Filters.not(Filters.lt(changed, Documents.bound(since)))));
        }
        return new Selection(extract, conditions.isEmpty() ? new Document() : Filters.and(conditions));
    }

    /** The parser stops behind a document whatever follows; within an object and within a list, nothing can follow. */
    private static Document filter(Extract extract) {
        try {
            Document inObject = Document.parse("{\"all\": " + extract.filter() + "\n}");
            Document inList = Document.parse("{\"all\": [" + extract.filter() + "\n]}");
            if (inObject.size() == 1
                    && inList.getList("all", Object.class).size() == 1
                    && inObject.get("all") instanceof Document filter) {
                return filter;
            }
        } catch (JsonParseException | BSONException | IllegalArgumentException e) {
            // told below, without the text, which may hold a value
        }
        throw new SourceException(
                extract.name() + ": \"where\" is no filter of MongoDB; write one JSON document such as"
                        + " {\"deleted\": false}, and nothing after it");
    }

    Bson inOrder() {
        return Sorts.ascending(extract.key());
    }

    Bson of(Block block) {
        List<Bson> conditions = new ArrayList<>(List.of(all));
        if (!block.after().isEmpty()) {
            conditions.add(beyond(block.after()));
        }
        if (!block.upTo().isEmpty()) {
            conditions.add(upTo(block.upTo()));
        }
        return Filters.and(conditions);
    }

    /** a > x, or a = x and b > y. */
    private Bson beyond(List<KeyValue> bound) {
        List<Bson> ways = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            ways.add(Filters.and(equal(bound, i), Filters.gt(name(i), Documents.bound(bound.get(i)))));
        }
        // the first field alone, too: that is what an index is searched by
        return Filters.and(Filters.gte(name(0), Documents.bound(bound.get(0))), Filters.or(ways));
    }

    private Bson upTo(List<KeyValue> bound) {
        List<Bson> ways = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            Object value = Documents.bound(bound.get(i));
            boolean isLast = i == bound.size() - 1;
            ways.add(Filters.and(equal(bound, i), isLast ? Filters.lte(name(i), value) : Filters.lt(name(i), value)));
        }
        return Filters.and(Filters.lte(name(0), Documents.bound(bound.get(0))), Filters.or(ways));
    }

    private Bson equal(List<KeyValue> bound, int parts) {
        Document equal = new Document();
        for (int i = 0; i < parts; i++) {
            equal.append(name(i), Documents.bound(bound.get(i)));
        }
        return equal;
    }

    private String name(int part) {
        return extract.key().get(part);
    }
}
