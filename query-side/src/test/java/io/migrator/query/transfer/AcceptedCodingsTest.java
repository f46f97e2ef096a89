package io.migrator.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedCodingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | GZIP",
                "GZip | GZIP",
                "x-gzip | GZIP",
                "deflate, gzip;q=0.1, br | GZIP",
                "gzip;q=0.001 | GZIP",
                "* | GZIP",
                "identity;q=0 , * | GZIP",
                "gzip;q=0 | IDENTITY",
                "gzip; q=0.000 | IDENTITY",
                "gzip;q=none | IDENTITY",
                "gzip;q=7 | IDENTITY",
                "gzip;q=1. | GZIP",
                "gzip;q=1.001 | IDENTITY",
                "gzip;q=0.0001 | IDENTITY",
                "gzip;q=.5 | IDENTITY",
                "gzip;q=0x1p-1 | IDENTITY",
                "gzip;q=1e-1 | IDENTITY",
                "gzip;q=0.5d | IDENTITY",
                "gzip;q=NaN | IDENTITY",
                "br, deflate | IDENTITY",
                "'' | IDENTITY",
                "identity | IDENTITY",
                "identity, gzip;q=0.5 | IDENTITY",
                "identity;q=0.5, gzip | GZIP",
                "gzip, identity | GZIP",
                "*;q=0, gzip | GZIP",
                "*;q=0, identity | IDENTITY",
                "*, gzip;q=0 | IDENTITY",
                "identity;q=0 | NONE",
                "*;q=0 | NONE",
                "identity;q=0, gzip;q=0, br | NONE"
            })
    void the_weights_of_the_client_decide(String header, String chosen) {
        assertThat(best(header)).isEqualTo(chosen);
    }

    @Test
    void who_says_nothing_gets_the_file_as_it_is() {
        assertThat(best()).isEqualTo("IDENTITY");
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(best("br", "gzip")).isEqualTo("GZIP");
        assertThat(best("identity;q=0", "gzip;q=0")).isEqualTo("NONE");
    }

    private static String best(String... headers) {
        return AcceptedCodings.of(Collections.enumeration(Arrays.asList(headers)))
                .best()
                .map(Enum::name)
                .orElse("NONE");
    }
}
