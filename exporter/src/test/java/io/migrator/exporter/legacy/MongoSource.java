package io.migrator.exporter.legacy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.migrator.exporter.legacy.LegacyData.Column;
import io.migrator.exporter.legacy.LegacyData.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** In documents: what is missing is not there, and the street lies in the address. */
public record MongoSource(String name, String server) implements LegacySource {

    private static final int BATCH = 1_000;
    private static final String DATABASE = "legacy";

    @Override
    public void fill(List<LegacyData.Table> tables) {
        try (MongoClient client = MongoClients.create(server)) {
            for (LegacyData.Table table : tables) {
                MongoCollection<Document> collection =
                        client.getDatabase(DATABASE).getCollection(table.name());
                List<Document> batch = new ArrayList<>();
                for (int n = 1; n <= table.rows(); n++) {
                    batch.add(document(table, table.row().apply(n)));
                    if (batch.size() == BATCH || n == table.rows()) {
                        collection.insertMany(batch);
                        batch.clear();
                    }
                }
            }
        }
    }

    private static Document document(LegacyData.Table table, List<@Nullable Object> row) {
        Document document = new Document();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            String name = i == 0 ? "_id" : table.columns().get(i).name();
            if (value instanceof Instant moment) {
                document.append(name, Date.from(moment));
            } else if (value instanceof LocalDate day) {
                document.append(name, day.toString());
            } else if (name.equals("street") && value != null) {
                document.append("address", new Document("street", value));
            } else if (value != null) {
                document.append(name, value);
            }
        }
        return document;
    }

    @Override
    public String connection(Path password) {
        return "  url: " + server + "/" + DATABASE + "\n";
    }

    @Override
    public String column(String name) {
        return switch (name) {
            case "id" -> "_id";
            case "street" -> "address.street";
            default -> name;
        };
    }

    @Override
    public String steps(Column column) {
        return column.kind() == Kind.MONEY ? "minorUnits: 2" : "";
    }
}
