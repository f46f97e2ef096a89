package io.migrator.api.wire;

import net.jpountz.lz4.LZ4Factory;

/**
 * The topics' compression in native code. The Kafka clients take it only when it was loaded before, or by the class path's own
 * loader, which it is not in a jar that holds its libraries; what they take instead costs several times as much.
 */
public final class NativeLz4 {

    private NativeLz4() {}

    /**
     * Loads it, once per process. To be called before the first client is made; several calls do no harm.
     *
     * @return whether there is native code for this machine; without it everything works, at a higher cost
     */
    public static boolean load() {
        try {
            LZ4Factory.nativeInstance();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }
}
