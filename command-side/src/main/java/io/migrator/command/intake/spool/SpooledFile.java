package io.migrator.command.intake.spool;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file on its way in, on disk; removed when it is closed. Reading at a position is safe from any thread. */
public final class SpooledFile implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final LineEnds lineEnds = new LineEnds();
    private long received;
    private String checksum = "";

    /** @param channel open for reading and writing, locked */
    SpooledFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes in a body. What is beyond the limit is not kept, but read to its end as long as it is not twice as much, so that
     * the sender gets to hear the answer.
     *
     * @throws BrokenBodyException when the body ends early or cannot be decompressed
     */
    public void receive(InputStream body, long limit) throws BrokenBodyException {
        byte[] buffer = new byte[BUFFER];
        for (int count = read(body, buffer); count >= 0 && received <= 2 * limit; count = read(body, buffer)) {
            digest.update(buffer, 0, count);
            lineEnds.see(buffer, count);
            received += count;
            if (received <= limit) {
                append(buffer, count);
            }
        }
        checksum = HexFormat.of().formatHex(digest.digest());
    }

    /** Bytes that came. */
    public long received() {
        return received;
    }

    /** Line ends in the bytes that came: the file has at most one record more. */
    public long lineEnds() {
        return lineEnds.count();
    }

    /** The hash of the bytes that came, in hexadecimal digits. */
    public String sha256Hex() {
        return checksum;
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
        try {
            // Removed while still locked, so that no other process takes it for a leftover in between.
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(InputStream body, byte[] buffer) throws BrokenBodyException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
    }

    private void append(byte[] bytes, int count) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
