package io.migrator.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    @Test
    void by_itself_it_takes_a_free_port_and_keeps_no_data() {
        DemoOptions options = DemoOptions.parse(List.of());

        assertThat(options.results()).isEqualTo(Path.of("out"));
        assertThat(options.keepsData()).isFalse();
        assertThat(options.launchIn(Path.of("temporary")).data()).isEqualTo(Path.of("temporary"));
        assertThat(options.launch().springArguments()).contains("--server.port=0");
    }

    @Test
    void what_was_given_counts() {
        DemoOptions options = DemoOptions.parse(List.of("--out", "results", "--data=kept", "--port", "8081"));

        assertThat(options.results()).isEqualTo(Path.of("results"));
        assertThat(options.keepsData()).isTrue();
        assertThat(options.launch().data()).isEqualTo(Path.of("kept"));
        assertThat(options.launch().springArguments())
                .contains("--server.port=8081")
                .doesNotContain("--server.port=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--data", "run"})
    void what_makes_no_sense_is_refused_before_anything_starts(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> DemoOptions.parse(List.of(argument)));
    }
}
