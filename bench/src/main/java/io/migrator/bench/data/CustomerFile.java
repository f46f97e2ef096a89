package io.migrator.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be uploaded; deleted when it is closed.
 *
 * @param rows data rows in it
 * @param rowBytes bytes of these rows, the header not counted
 */
public record CustomerFile(Path path, int rows, long rowBytes) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
