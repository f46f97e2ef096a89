package io.migrator.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

class NativeLz4Test {

    @Test
    void onceLoadedNativeCodeIsWhatTheClientsGet() {
        assertThat(NativeLz4.load()).isTrue();
        assertThat(NativeLz4.load()).isTrue();
        assertThat(LZ4Factory.fastestInstance()).isSameAs(LZ4Factory.nativeInstance());
    }
}
