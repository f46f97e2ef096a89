package io.migrator.command.upload;

import io.migrator.api.Sealed;
import io.migrator.api.command.StartMigration;
import io.migrator.embedded.TestServers;
import java.util.Random;
import java.util.UUID;

/**
 * Prints how long the first command takes on a node that has never seen the file: load from the snapshot, decide, store. The file
 * has a million rows in chunks of 64 KiB. The first file only warms the node's code up.
 */
public final class ColdLoad {

    private static final int FILES = 4;

    private ColdLoad() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        byte[] content = new byte[64 * 1024];
        new Random(1).nextBytes(content);
        String database = TestServers.newDatabase();
        try (Node writer = new Node(database);
                Node reader = new Node(database)) {
            for (int file = 0; file < FILES; file++) {
                UUID id = writer.readyFile(file == 0 ? 1 : 1000, Sealed.of(content));
                long start = System.nanoTime();
                reader.send(new StartMigration(id, "acme", file + 1L, "bob"));
                System.out.printf(
                        "%,d rows: %.1f ms%n", file == 0 ? 1000 : 1_000_000, (System.nanoTime() - start) / 1e6);
            }
        }
    }
}
