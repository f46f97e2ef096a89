package io.migrator.command.intake;

import io.migrator.api.Sealed;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.filetypes.RowCodec;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The chunks of a validated file, in order, each as a piece of work for any thread: to cut it out of the file and seal it. The
 * iterator itself is used by one thread.
 */
final class SealedChunks implements Iterator<Supplier<StageRows>> {

    private final RegisterFileUpload file;
    private final RowCodec codec;
    private final Supplier<ChunkReader> newReader;

    /** A reader keeps its memory from chunk to chunk: there are as many as chunks are cut at a time. */
    private final Queue<ChunkReader> readers = new ConcurrentLinkedQueue<>();

    private int next;

    SealedChunks(RegisterFileUpload file, RowCodec codec, Supplier<ChunkReader> newReader) {
        this.file = file;
        this.codec = codec;
        this.newReader = newReader;
    }

    @Override
    public boolean hasNext() {
        return next * (long) file.chunkSize() < file.rowCount();
    }

    @Override
    public Supplier<StageRows> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int chunk = next++;
        return () -> seal(chunk);
    }

    private StageRows seal(int chunk) {
        int first = chunk * file.chunkSize() + 1;
        int count = Math.min(file.chunkSize(), file.rowCount() - first + 1);
        Sealed content = codec.seal(file.tenant(), file.uploadId(), read(first, count));
        return new StageRows(file.uploadId(), chunk, first, count, content);
    }

    private byte[] read(int first, int count) {
        ChunkReader free = readers.poll();
        ChunkReader reader = free == null ? newReader.get() : free;
        byte[] content = reader.read(first, count);
        readers.add(reader);
        return content;
    }
}
