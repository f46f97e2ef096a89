package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Writes the blocks of a file one after another, each while the next one is read: two are in memory at a time. A failure to read a
 * block comes when it is that block's turn. Not safe for use by several threads.
 */
final class ReadAhead {

    private final GeneratedFile file;
    private final Executor readers;
    private CompletableFuture<GeneratedFile.Block> next;
    private boolean isAtEnd;

    /** @param first has been read already */
    ReadAhead(GeneratedFile file, GeneratedFile.Block first, Executor readers) {
        this.file = file;
        this.readers = readers;
        this.next = CompletableFuture.completedFuture(first);
    }

    boolean hasNext() {
        return !isAtEnd;
    }

    void writeNext(OutputStream out) throws IOException {
        GeneratedFile.Block block = await();
        isAtEnd = block.next() == GeneratedFile.END;
        if (!isAtEnd) {
            next = CompletableFuture.supplyAsync(() -> file.read(block.next()), readers);
        }
        block.writeTo(out);
    }

    private GeneratedFile.Block await() {
        try {
            return next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
