package io.migrator.command.intake.spool;

import io.migrator.api.Rejection;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file on its way in, on disk; removed when it is closed. Reading at a position is safe from any thread. */
public final class SpooledFile implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(SpooledFile.class);

    private final Path path;
    private final FileChannel channel;
    private Received received = Received.NOTHING;
    private long size;

    /** @param channel open for reading and writing, locked */
    SpooledFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes in a body; what is kept is its text in UTF-8.
     *
     * @param declared the text's encoding when no byte order mark says another
     * @throws BrokenBodyException when the body ends early or is not in the form that it claims
     * @throws Rejection when there is no room for it on the disk
     */
    public void receive(InputStream body, ReceivingLimits limits, Charset declared) throws BrokenBodyException {
        received = new Reception(body, limits, declared, this::append).receive();
    }

    /** What came, beside the text. */
    public Received received() {
        return received;
    }

    /** Bytes of the text. */
    public long size() {
        return size;
    }

    /** Reads up to so many bytes from a position; -1 at the end. */
    public int read(long position, byte[] target, int offset, int length) {
        try {
            return channel.read(ByteBuffer.wrap(target, offset, length), position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads exactly so many bytes from a position. */
    public void readFully(long position, byte[] target, int length) {
        int done = 0;
        while (done < length) {
            int count = read(position + done, target, done, length - done);
            if (count < 0) {
                throw new UncheckedIOException(new EOFException("the spooled file is shorter than it was"));
            }
            done += count;
        }
    }

    /** Ends the use of the file and removes it. */
    @Override
    public void close() {
        try (channel) {
            // Removed while still locked, so that no other process takes it for a leftover in between.
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(ByteBuffer text) {
        try {
            while (text.hasRemaining()) {
                size += channel.write(text);
            }
        } catch (IOException e) {
            log.warn("A file on its way in cannot be written to {}: {}", path.getParent(), e.getMessage());
            throw new Rejection(
                    Rejection.Kind.UNAVAILABLE,
                    "SPOOL_UNAVAILABLE",
                    "There is no room to keep the file while it is read; send it again later.");
        }
    }
}
