package io.migrator.exporter.connector.mongo;

import com.mongodb.ConnectionString;
import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.ConnectorProvider;
import io.migrator.exporter.connector.SourceException;
import java.util.List;

/** {@code mongodb://HOST/DATABASE}: each collection of the database is a table. */
public final class MongoProvider implements ConnectorProvider {

    private static final List<String> SCHEMES = List.of("mongodb://", "mongodb+srv://");

    @Override
    public boolean understands(String url) {
        return SCHEMES.stream().anyMatch(url::startsWith);
    }

    @Override
    public Connector connector(ConnectionSettings settings) {
        ConnectionString address;
        try {
            address = new ConnectionString(settings.url());
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    "the address " + settings.place() + " makes no sense; write mongodb://HOST/DATABASE");
        }
        String database = address.getDatabase();
        if (database == null) {
            throw new SourceException(
                    "the address " + settings.place() + " names no database; write mongodb://HOST/DATABASE");
        }
        return new MongoConnector(settings, address, database);
    }
}
