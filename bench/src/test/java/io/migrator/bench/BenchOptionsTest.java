package io.migrator.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    @Test
    void without_a_word_everything_is_measured_with_a_million_rows_in_three_rounds() {
        BenchOptions options = BenchOptions.parse(List.of());

        assertThat(options.scale().rows()).isEqualTo(1_000_000);
        assertThat(options.scale().warmUps()).isEqualTo(3);
        assertThat(options.scale().rounds()).isEqualTo(3);
        assertThat(options.only())
                .containsExactlyInAnyOrder(
                        "post",
                        "visible",
                        "migrate",
                        "replies",
                        "dispatch",
                        "reject",
                        "scale",
                        "heap",
                        "download",
                        "replay",
                        "small",
                        "export",
                        "bytes");
    }

    @Test
    void everything_can_be_said_with_blanks_or_equals_signs() {
        BenchOptions options = BenchOptions.parse(
                List.of("--rows=20_000", "--only", "migrate,post", "--warm-ups", "1", "--rounds", "5", "--out=there"));

        assertThat(options.scale().rows()).isEqualTo(20_000);
        assertThat(options.scale().warmUps()).isEqualTo(1);
        assertThat(options.scale().rounds()).isEqualTo(5);
        assertThat(options.only()).containsExactlyInAnyOrder("migrate", "post");
        assertThat(options.out()).isEqualTo(Path.of("there"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rows=999",
                "--rows=many",
                "--rounds=0",
                "--warm-ups=0",
                "--only=nothing",
                "--only=",
                "--what=1",
                "--rows"
            })
    void what_makes_no_sense_is_refused(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> BenchOptions.parse(List.of(argument)));
    }
}
