package io.migrator.exporter.store;

import java.nio.file.Path;

/** Another run of the same source is under way. */
public final class StoreInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreInUseException(Path directory) {
        super("another run of this source is under way (" + directory + " is in use); wait for its end");
    }
}
