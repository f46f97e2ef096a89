package io.migrator.exporter.connector.folder;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.ConnectorProvider;
import io.migrator.exporter.connector.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code folder:DIRECTORY}: each file {@code NAME.csv} in it is a table NAME. */
public final class FolderProvider implements ConnectorProvider {

    private static final String SCHEME = "folder:";

    @Override
    public boolean understands(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public Connector connector(ConnectionSettings settings) {
        Path directory = Path.of(settings.url().substring(SCHEME.length()));
        if (!Files.isDirectory(directory)) {
            throw new SourceException("there is no directory " + directory);
        }
        return new FolderConnector(directory);
    }
}
