package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;

/** Lets tests speak one database's dialect to another that understands it. */
public final class DialectConnectors {

    private DialectConnectors() {}

    /** @param dialect by its name, such as ORACLE */
    public static Connector open(String dialect, ConnectionSettings settings) {
        return new JdbcConnector(settings, Dialect.valueOf(dialect));
    }
}
