package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a body on their way in: counted, and told apart from what is made of them when something goes wrong. Not safe
 * for use by several threads.
 */
final class SentBytes extends InputStream {

    private final InputStream body;
    private @Nullable MessageDigest digest;
    private @Nullable IOException failure;
    private long count;
    private long end = Long.MAX_VALUE;
    private long most = Long.MAX_VALUE;
    private long fileSize;

    SentBytes(InputStream body) {
        this.body = body;
    }

    /** From here on the bytes go into the digest too. */
    void digestWith(MessageDigest into) {
        digest = into;
    }

    /** Makes reading beyond so many bytes more a fault, until it is said again. */
    void mayGoOnFor(long bytes) {
        end = count + bytes;
    }

    /** Makes reading beyond so many bytes in all a refusal, as of a file that is larger than the limit. */
    void endAfter(long bytes, long limit) {
        most = bytes;
        fileSize = limit;
    }

    /** Bytes so far. */
    long count() {
        return count;
    }

    /** Why the body could not be read on; nothing as long as it could. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (count >= end) {
            throw new IOException("compressed data without content");
        }
        if (count > most) {
            throw RefusedContentException.tooLarge(fileSize);
        }
        int read = readBody(target, offset, length);
        if (read > 0) {
            count += read;
            if (digest != null) {
                digest.update(target, offset, read);
            }
        }
        return read;
    }

    private int readBody(byte[] target, int offset, int length) throws IOException {
        try {
            return body.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
