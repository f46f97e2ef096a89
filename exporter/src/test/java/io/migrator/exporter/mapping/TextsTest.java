package io.migrator.exporter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    static Stream<Instant> moments() {
        Stream<Instant> edges = Stream.of(
                        "2024-01-31T00:00:00Z",
                        "2024-01-31T10:15:00Z",
                        "2024-01-31T10:15:30Z",
                        "2024-01-31T10:15:00.100Z",
                        "2024-01-31T10:15:30.120400Z",
                        "2024-01-31T10:15:30.000000001Z",
                        "0000-01-01T00:00:00Z",
                        "-0044-03-15T12:00:00Z",
                        "9999-12-31T23:59:59.999999999Z",
                        "+10000-01-01T00:00:00Z",
                        "1969-12-31T23:59:59.999Z")
                .map(Instant::parse);
        return Stream.concat(edges, Stream.of(Instant.MIN, Instant.MAX));
    }

    static Stream<Instant> toldMoments() {
        return Stream.concat(
                moments().filter(moment -> !moment.equals(Instant.MIN) && !moment.equals(Instant.MAX)),
                Stream.of(LocalDateTime.MIN.toInstant(ZoneOffset.UTC), LocalDateTime.MAX.toInstant(ZoneOffset.UTC)));
    }

    static Stream<LocalDate> days() {
        return Stream.of("2024-02-29", "1000-01-01", "0999-12-31", "9999-12-31", "+10000-01-01", "-0043-03-15")
                .map(LocalDate::parse);
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayIsWrittenAsJavaDoes(LocalDate day) {
        assertThat(Texts.of(day)).isEqualTo(day.toString());
        assertThat(Texts.of((Object) day)).isEqualTo(day.toString());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aMomentIsWrittenAsJavaDoes(Instant moment) {
        assertThat(Texts.of(moment)).isEqualTo(moment.toString());
        assertThat(Texts.of((Object) moment)).isEqualTo(moment.toString());
    }

    @ParameterizedTest
    @MethodSource("toldMoments")
    void aMomentThatIsToldInUtcIsWrittenTheSame(Instant moment) {
        LocalDateTime told = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        assertThat(Texts.ofUtc(told)).isEqualTo(moment.toString());
    }
}
