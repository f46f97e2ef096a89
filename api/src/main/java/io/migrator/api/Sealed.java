package io.migrator.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * Row content as it may be stored: opaque bytes that only the {@link io.migrator.api.filetypes.RowCodec} makes and opens.
 * Its text form shows the size alone, so that it can stand in a log or a history without giving anything away.
 */
public final class Sealed {

    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps bytes that were sealed before; the array belongs to the new value from then on. */
    @JsonCreator
    public static Sealed of(byte[] bytes) {
        return new Sealed(bytes);
    }

    /** The sealed bytes themselves, not a copy: whoever calls must not change them. */
    @JsonValue
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes are stored. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "sealed, " + bytes.length + " bytes";
    }
}
