package io.migrator.api.filetypes;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.migrator.api.Sealed;
import java.util.UUID;

/**
 * The one place where row content becomes storable and readable again: content goes into events and tables only through
 * {@link #seal}, and leaves them only through {@link #open}.
 *
 * <p>The first byte is the version of the form. Version 1 is one Zstandard frame of the content. Tenant and upload are part of
 * every call, so that a later version can encrypt with keys of their own without a caller changing.
 *
 * <p>Stateless and safe to use from any thread. Content of one call is limited to 256 MiB.
 */
public final class RowCodec {

    private static final byte VERSION_1 = 1;
    private static final int LEVEL = 1;
    private static final long LIMIT = 256L * 1024 * 1024;

    /**
     * Loads what it compresses with, a library that is unpacked into the temporary directory. Without room for it there is no codec:
     * it would not be tried again in this process, and so a service that has started can seal and open.
     */
    public RowCodec() {
        Zstd.compressBound(0);
    }

    /** Seals content that belongs to one upload. */
    public Sealed seal(String tenant, UUID uploadId, byte[] content) {
        byte[] target = new byte[Math.toIntExact(Zstd.compressBound(content.length)) + 1];
        target[0] = VERSION_1;
        long size = Zstd.compressByteArray(target, 1, target.length - 1, content, 0, content.length, LEVEL);
        if (Zstd.isError(size)) {
            throw new IllegalStateException("row content could not be compressed: " + Zstd.getErrorName(size));
        }
        byte[] sealed = new byte[Math.toIntExact(size) + 1];
        System.arraycopy(target, 0, sealed, 0, sealed.length);
        return Sealed.of(sealed);
    }

    /**
     * Opens what {@link #seal} made for the same tenant and upload.
     *
     * @throws IllegalStateException when the form is unknown or the bytes are damaged
     */
    public byte[] open(String tenant, UUID uploadId, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (bytes.length == 0 || bytes[0] != VERSION_1) {
            throw new IllegalStateException("row content of upload " + uploadId + " has an unknown form");
        }
        try {
            long size = Zstd.getFrameContentSize(bytes, 1, bytes.length - 1);
            if (size < 0 || size > LIMIT) {
                throw new IllegalStateException("row content of upload " + uploadId + " is damaged");
            }
            byte[] content = new byte[(int) size];
            long read = Zstd.decompressByteArray(content, 0, content.length, bytes, 1, bytes.length - 1);
            if (Zstd.isError(read) || read != size) {
                throw new IllegalStateException("row content of upload " + uploadId + " is damaged");
            }
            return content;
        } catch (ZstdException e) {
            throw new IllegalStateException("row content of upload " + uploadId + " is damaged", e);
        }
    }
}
