package io.migrator.exporter.connector;

import java.util.ServiceLoader;

/** The connectors on the class path. */
public final class Connectors {

    private Connectors() {}

    /** @throws SourceException when no connector understands the address */
    public static Connector open(ConnectionSettings settings) {
        return ServiceLoader.load(ConnectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.understands(settings.url()))
                .findFirst()
                .orElseThrow(() -> new SourceException("no connector understands '" + scheme(settings.url())
                        + "'; use jdbc:…, mongodb://… or folder:DIRECTORY"))
                .connector(settings);
    }

    /** An address may hold a password. */
    private static String scheme(String url) {
        int colon = url.indexOf(':');
        return colon < 0 ? url : url.substring(0, colon + 1);
    }
}
