package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server in this process that speaks MongoDB's protocol. */
class MongoConnectorTest extends ConnectorContract {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private String url = "";

    @BeforeAll
    void fill() {
        url = server.bindAndGetConnectionString() + "/crm";
        try (MongoClient client = MongoClients.create(url)) {
            MongoDatabase database = client.getDatabase("crm");
            database.getCollection("people")
                    .insertMany(ALL.stream().map(MongoConnectorTest::document).toList());
        }
    }

    @AfterAll
    void stop() {
        server.shutdownNow();
    }

    private static Document document(Person person) {
        Document document = new Document("_id", new ObjectId())
                .append("id", person.id())
                .append("branch", person.branch())
                .append("name", person.name())
                .append("born", person.born().toString())
                .append("changed", Date.from(person.changed().toInstant(ZoneOffset.UTC)))
                .append("active", person.isActive());
        if (person.mail() != null) {
            document.append("mail", person.mail());
        }
        return person.balance() == null
                ? document.append("balance", null)
                : document.append("balance", person.balance());
    }

    @Override
    ConnectionSettings settings() {
        return settings(url, "", "");
    }

    /** The server of the tests lets everybody in. */
    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.empty();
    }

    @Override
    String filter() {
        return "{\"branch\": \"north\"}";
    }

    /** It has no dates but moments. */
    @Override
    List<Object> expected(Person person) {
        List<Object> values = new ArrayList<>(super.expected(person));
        values.set(5, person.born().toString());
        values.set(6, person.changed().toInstant(ZoneOffset.UTC));
        return values;
    }

    @Test
    void blocksByTheServersOwnIdsHoldEveryDocumentOnce() {
        Extract extract =
                new Extract("X", "people", null, "", List.of("_id"), null, List.of("id", "_id"), Optional.empty());
        List<Object> rows = new ArrayList<>();
        try (Connector connector = Connectors.open(settings());
                Reading reading = connector.begin(1)) {
            for (Block block : connector.plan(extract, 150)) {
                reading.read(extract, block, row -> rows.add(row[0]));
            }
        }
        assertThat(rows).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    @Test
    void whatNoCellCanHoldIsToldWithItsKey() {
        other("odd", new Document("no", 1L).append("name", "one"), new Document("no", 2L).append("name", List.of("a")));
        Extract extract = extract("odd", "no", "name");
        try (Connector connector = Connectors.open(settings());
                Reading reading = connector.begin(1)) {
            assertThatThrownBy(() ->
                            reading.read(extract, connector.plan(extract, 10).get(0), row -> {}))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("block 1 of odd")
                    .hasMessageContaining("the document 2 has")
                    .hasMessageContaining("in name");
        }
    }

    @Test
    void keysOfSeveralTypesOrNoneAreRefused() {
        other("mixed", new Document("no", 1L), new Document("no", "two"));
        other("keyless", new Document("no", 1L), new Document("name", "x"));
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.plan(extract("mixed", "no", "no"), 10))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("mixed")
                    .hasMessageContaining("one type");
            assertThatThrownBy(() -> connector.plan(extract("keyless", "no", "no"), 10))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("without a key");
        }
    }

    @Test
    void aNestedFieldHasANameWithDots() {
        other(
                "nested",
                new Document("no", 1L)
                        .append("address", new Document("city", "Zürich").append("lots", new BigDecimal("1.50"))));
        Extract extract = new Extract(
                "X",
                "nested",
                null,
                "",
                List.of("no"),
                null,
                List.of("address.city", "address.lots"),
                Optional.empty());
        List<List<Object>> rows = new ArrayList<>();
        try (Connector connector = Connectors.open(settings());
                Reading reading = connector.begin(1)) {
            assertThat(connector.columns(extract))
                    .extracting(SourceColumn::kind)
                    .containsExactly(SourceColumn.Kind.TEXT, SourceColumn.Kind.NUMBER);
            reading.read(extract, connector.plan(extract, 10).get(0), row -> rows.add(List.of(row)));
        }
        assertThat(rows).containsExactly(List.of("Zürich", new BigDecimal("1.5")));
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        try (Connector connector =
                Connectors.open(settings("mongodb://127.0.0.1:1/crm?serverSelectionTimeoutMS=300", "", ""))) {
            assertThatThrownBy(connector::check)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("mongodb://127.0.0.1:1/crm")
                    .hasMessageContaining("cannot be reached");
        }
    }

    private Extract extract(String collection, String key, String column) {
        return new Extract("X", collection, null, "", List.of(key), null, List.of(column), Optional.empty());
    }

    private void other(String collection, Document... documents) {
        try (MongoClient client = MongoClients.create(url)) {
            client.getDatabase("crm").getCollection(collection).insertMany(List.of(documents));
        }
    }

    @Test
    void aChangeOfAnotherTypeIsNotPassedOver() {
        other(
                "changes",
                new Document("no", 1L).append("at", 5L),
                new Document("no", 2L).append("at", "later"),
                new Document("no", 3L).append("at", 20L),
                new Document("no", 4L));
        Extract since = new Extract("X", "changes", null, "", List.of("no"), "at", List.of("no"), Optional.empty())
                .since(KeyValue.of(10L));
        List<Object> rows = new ArrayList<>();
        try (Connector connector = Connectors.open(settings());
                Reading reading = connector.begin(1)) {
            reading.read(since, connector.plan(since, 10).get(0), row -> rows.add(row[0]));
        }
        assertThat(rows).containsExactly(2L, 3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted = 0",
                "{\"a\": 1} or more",
                "{\"a\": 1}, {\"b\": 2}",
                "[1]",
                "{\"a\": ObjectId('x')}",
                "{\"a\": 1}} {"
            })
    void aFilterThatIsNoDocumentIsTold(String where) {
        Extract extract = new Extract("X", "people", null, where, List.of("id"), null, List.of("id"), Optional.empty());
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.plan(extract, 100))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("\"where\" is no filter of MongoDB");
        }
    }
}
