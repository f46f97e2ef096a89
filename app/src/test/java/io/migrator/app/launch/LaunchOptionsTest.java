package io.migrator.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

    @Test
    void without_arguments_the_data_is_kept_in_the_current_directory() {
        assertThat(LaunchOptions.parse(List.of())).isEqualTo(new LaunchOptions(Path.of("data"), List.of()));
    }

    @Test
    void port_and_data_may_follow_after_a_blank_or_an_equals_sign() {
        LaunchOptions expected = new LaunchOptions(Path.of("here"), List.of("--server.port=8081"));

        assertThat(LaunchOptions.parse(List.of("--port", "8081", "--data", "here")))
                .isEqualTo(expected);
        assertThat(LaunchOptions.parse(List.of("--data=here", "--port=8081"))).isEqualTo(expected);
    }

    @Test
    void everything_else_goes_to_spring_as_it_is() {
        assertThat(LaunchOptions.parse(List.of("--migrator.zone=Australia/Sydney", "--debug"))
                        .springArguments())
                .containsExactly("--migrator.zone=Australia/Sydney", "--debug");
    }

    @Test
    void a_default_yields_to_what_was_given() {
        LaunchOptions given = LaunchOptions.parse(List.of("--port", "8081"));

        assertThat(given.withDefault("server.port", "0")).isEqualTo(given);
        assertThat(given.withDefault("debug", "true").springArguments())
                .containsExactly("--server.port=8081", "--debug=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "-p", "--", "--port", "--data", "--port=x", "--port=70000", "--port=-1"})
    void what_makes_no_sense_is_refused(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> LaunchOptions.parse(List.of(argument)));
    }
}
