package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.ConnectorProvider;

/** Databases with a JDBC driver and a dialect. */
public final class JdbcProvider implements ConnectorProvider {

    @Override
    public boolean understands(String url) {
        return Dialect.of(url).isPresent();
    }

    @Override
    public Connector connector(ConnectionSettings settings) {
        return new JdbcConnector(settings, Dialect.of(settings.url()).orElseThrow());
    }
}
