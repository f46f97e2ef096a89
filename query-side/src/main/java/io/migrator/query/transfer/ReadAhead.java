package io.migrator.query.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Writes the blocks of a file one after another, each while the next {@value #AHEAD} are read: so many and one are in memory at a
 * time. While the database makes one of the two ready, the other is received. A failure to read a block comes when it is that
 * block's turn. Not safe for use by several threads.
 */
final class ReadAhead {

    static final int AHEAD = 2;

    private final GeneratedFile file;
    private final Executor readers;
    private final Queue<CompletableFuture<GeneratedFile.Block>> read = new ArrayDeque<>();
    /** The number of the block that is to be read next. */
    private int next;

    /**
     * @param number of the block to begin with
     * @param first that block, which has been read already
     */
    ReadAhead(GeneratedFile file, int number, GeneratedFile.Block first, Executor readers) {
        this.file = file;
        this.readers = readers;
        read.add(CompletableFuture.completedFuture(first));
        next = number + 1;
    }

    boolean hasNext() {
        return !read.isEmpty();
    }

    void writeNext(OutputStream out) throws IOException {
        while (read.size() <= AHEAD && next < file.blocks()) {
            int number = next++;
            read.add(CompletableFuture.supplyAsync(() -> file.read(number), readers));
        }
        await().writeTo(out);
    }

    private GeneratedFile.Block await() {
        try {
            return read.remove().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
