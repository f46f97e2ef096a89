package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What is in a gzip stream: all of its members one after the other; anything after the last is a fault. */
final class GzippedFile extends InputStream {

    /**
     * Bytes of the stream in which there has to be some content. A header may hold a name without end, which the library would
     * keep in memory.
     */
    private static final long LONGEST_WITHOUT_CONTENT = 4L * 1024 * 1024;

    private final SentBytes compressed;
    private final InputStream gzip;
    private final ExpansionLimit limit;

    GzippedFile(InputStream start, SentBytes compressed, ExpansionLimit limit) throws IOException {
        this.compressed = compressed;
        this.limit = limit;
        compressed.mayGoOnFor(LONGEST_WITHOUT_CONTENT);
        this.gzip = GzipCompressorInputStream.builder()
                .setInputStream(start)
                .setDecompressConcatenated(true)
                .get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        compressed.mayGoOnFor(LONGEST_WITHOUT_CONTENT);
        int read = expand(target, offset, length);
        limit.add(Math.max(read, 0));
        return read;
    }

    @Override
    public void close() throws IOException {
        gzip.close();
    }

    private int expand(byte[] target, int offset, int length) throws IOException {
        try {
            return gzip.read(target, offset, length);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The library's answer to some of the damage that a header can have.
            throw new IOException(e);
        }
    }
}
