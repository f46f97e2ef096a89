package io.migrator.exporter.connector;

/** Makes connectors of one technology; found by {@link java.util.ServiceLoader}, so that one can be added without a change here. */
public interface ConnectorProvider {

    /** Whether the address is one of its own, such as {@code jdbc:…}. */
    boolean understands(String url);

    /** @throws SourceException when the address makes no sense; nothing is connected to yet */
    Connector connector(ConnectionSettings settings);
}
