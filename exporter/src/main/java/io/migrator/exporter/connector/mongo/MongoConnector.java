package io.migrator.exporter.connector.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Extract;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.Reading;
import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.connector.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database of MongoDB; one client, with a pool of connections, for all threads. */
final class MongoConnector implements Connector {

    private static final Logger log = LoggerFactory.getLogger(MongoConnector.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final String ID = "_id";
    private static final String SYSTEM = "system.";

    private final ConnectionSettings settings;
    private final MongoClient client;
    private final MongoDatabase database;

    MongoConnector(ConnectionSettings settings, ConnectionString address, String database) {
        this.settings = settings;
        MongoClientSettings.Builder client = MongoClientSettings.builder()
                .applyConnectionString(address)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
        if (!settings.user().isEmpty()) {
            String known = address.getCredential() == null
                    ? "admin"
                    : address.getCredential().getSource();
            client.credential(MongoCredential.createCredential(
                    settings.user(), known, settings.password().toCharArray()));
        }
        this.client = MongoClients.create(client.build());
        this.database = this.client.getDatabase(database);
    }

    @Override
    public String check() {
        try {
            // needs to be let in, which what follows does not
            database.listCollectionNames().first();
            return "MongoDB "
                    + database.runCommand(new Document("buildInfo", 1)).getString("version");
        } catch (MongoException e) {
            throw MongoFaults.of("connecting to " + settings.place(), e);
        }
    }

    @Override
    public List<Table> discover() {
        try {
            List<Table> tables = new ArrayList<>();
            for (String name : names()) {
                tables.add(table(name));
            }
            return tables;
        } catch (MongoException e) {
            throw MongoFaults.of("looking for collections", e);
        }
    }

    /** One that cannot be read is shown without columns. */
    private Table table(String name) {
        MongoCollection<Document> collection = database.getCollection(name);
        try {
            return new Table(name, Sample.of(collection).columns(), List.of(ID), collection.countDocuments());
        } catch (MongoException e) {
            SourceException fault = MongoFaults.of("looking at " + name, e);
            if (fault.isPassing()) {
                throw fault;
            }
            log.warn("{}", fault.getMessage());
            return new Table(name, List.of(), List.of(), -1);
        }
    }

    private Iterable<String> names() {
        TreeSet<String> names = database.listCollectionNames().into(new TreeSet<>());
        names.removeIf(name -> name.startsWith(SYSTEM));
        return names;
    }

    @Override
    public List<SourceColumn> columns(Extract extract) {
        try {
            MongoCollection<Document> collection = collection(extract);
            Sample sample = Sample.of(collection);
            extract.key().forEach(name -> sample.column(collection, extract, name));
            return extract.columns().stream()
                    .map(name -> sample.column(collection, extract, name))
                    .toList();
        } catch (MongoException e) {
            throw MongoFaults.of("looking at " + extract.name(), e);
        }
    }

    /** @throws SourceException when there is no such collection */
    MongoCollection<Document> collection(Extract extract) {
        String table = extract.table();
        if (table == null) {
            throw new SourceException(
                    extract.name() + ": a collection has no language for queries; name it as \"table\""
                            + " and filter it by \"where\"");
        }
        List<String> names = new ArrayList<>();
        names().forEach(names::add);
        if (!names.contains(table)) {
            throw new SourceException("there is no collection " + table + " that the user may see; there are "
                    + String.join(", ", names));
        }
        return database.getCollection(table);
    }

    /** Reads every key once, in order, from an index where there is one over the key. */
    @Override
    public List<Block> plan(Extract extract, int rowsPerBlock) {
        Selection selection = Selection.of(extract);
        List<Block> blocks = new ArrayList<>();
        List<KeyValue> after = List.of();
        KeyOrder order = new KeyOrder(extract);
        long rows = 0;
        try (MongoCursor<Document> keys = collection(extract)
                .find(selection.all())
                .projection(Projections.include(extract.key()))
                .sort(selection.inOrder())
                .allowDiskUse(true)
                .iterator()) {
            while (keys.hasNext()) {
                List<KeyValue> key = order.next(keys.next());
                rows++;
                if (rows == rowsPerBlock) {
                    blocks.add(new Block(blocks.size() + 1, after, key, rows));
                    after = key;
                    rows = 0;
                }
            }
        } catch (MongoException e) {
            throw MongoFaults.of("planning " + extract.name(), e);
        }
        // The last one has no end, so that what is added behind it while the run goes on is in.
        blocks.add(new Block(blocks.size() + 1, after, List.of(), rows));
        return blocks;
    }

    @Override
    public Optional<KeyValue> state(Extract extract) {
        String changed = extract.changeColumn();
        if (changed == null) {
            return Optional.empty();
        }
        try {
            Bson order = new Document(changed, -1);
            Document last = collection(extract)
                    .find(Selection.of(extract).all())
                    .projection(Projections.include(changed))
                    .sort(order)
                    .first();
            return Optional.ofNullable(last)
                    .map(document -> Documents.field(document, changed))
                    .map(value -> Documents.key(extract, changed, Objects.requireNonNull(value)));
        } catch (MongoException e) {
            throw MongoFaults.of("looking for the last change of " + extract.name(), e);
        }
    }

    @Override
    public Reading begin(int readers) {
        return new MongoReading(this, settings.fetchSize());
    }

    @Override
    public void close() {
        client.close();
    }
}
