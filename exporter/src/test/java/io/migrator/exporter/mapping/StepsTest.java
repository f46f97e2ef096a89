package io.migrator.exporter.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private static Object apply(String step, Object how, Object value) {
        return Steps.of(Map.of(step, how), SYDNEY).apply(value);
    }

    @Test
    void textsAreTrimmedAndCased() {
        assertThat(apply("trim", true, " \u2003x ")).isEqualTo("x");
        assertThat(apply("case", "upper", "zoë")).isEqualTo("ZOË");
        assertThat(apply("case", "lower", "ZOË@EXAMPLE.ORG")).isEqualTo("zoë@example.org");
        assertThat(apply("case", "title", "ANNE-MARIE O'NEIL")).isEqualTo("Anne-Marie O'neil");
    }

    @Test
    void columnsAreJoinedAndParted() {
        assertThat(apply("concat", " ", Arrays.asList("1 High St", null, 5L))).isEqualTo("1 High St 5");
        assertThat(apply("split", Map.of("by", " ", "part", 1), "Ada King Lovelace"))
                .isEqualTo("Ada");
        assertThat(apply("split", Map.of("by", " ", "part", -1), "Ada King Lovelace"))
                .isEqualTo("Lovelace");
        assertThat(apply("split", Map.of("by", ".", "part", 3), "a.b")).isEqualTo("");
    }

    @Test
    void codesAreLookedUp() {
        Map<String, Object> table = Map.of("values", Map.of("A", "ACTIVE", "1", "LOCKED"));
        assertThat(apply("lookup", table, "A")).isEqualTo("ACTIVE");
        assertThat(apply("lookup", table, 1L)).isEqualTo("LOCKED");
        assertThatThrownBy(() -> apply("lookup", table, "secret"))
                .hasMessageContaining("lookup table")
                .hasMessageNotContaining("secret");
        assertThat(apply("lookup", Map.of("values", Map.of(), "otherwise", "DEACTIVATED"), "?"))
                .isEqualTo("DEACTIVATED");
    }

    @Test
    void datesAreReadStrictly() {
        assertThat(apply("date", "dd.MM.yyyy", "29.02.2024")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThatThrownBy(() -> apply("date", "dd.MM.yyyy", "31.02.2024")).hasMessageContaining("dd.MM.yyyy");
        assertThat(apply("timestamp", Map.of("pattern", "dd/MM/yyyy HH:mm"), "01/07/2024 10:00"))
                .isEqualTo(Instant.parse("2024-07-01T00:00:00Z"));
        assertThat(apply("timestamp", Map.of("pattern", "dd/MM/yyyy HH:mm", "zone", "UTC"), "01/07/2024 10:00"))
                .isEqualTo(Instant.parse("2024-07-01T10:00:00Z"));
    }

    @Test
    void telephoneNumbersBecomeInternational() {
        assertThat(apply("phone", "AU", "0412 345 678")).isEqualTo("+61412345678");
        assertThat(apply("phone", "AU", "+49 30 901820")).isEqualTo("+4930901820");
        assertThatThrownBy(() -> apply("phone", "AU", "call me")).hasMessageContaining("no telephone number");
    }

    @Test
    void wordsAndAmountsAreUnderstood() {
        Map<String, Object> words = Map.of("yes", List.of("Y", "ja"), "no", "N");
        assertThat(apply("boolean", words, "JA")).isEqualTo(true);
        assertThat(apply("boolean", words, "n")).isEqualTo(false);
        assertThatThrownBy(() -> apply("boolean", words, "maybe")).hasMessageContaining("neither");
        assertThat(apply("minorUnits", 2, new BigDecimal("12.5"))).isEqualTo("1250");
        assertThat(apply("minorUnits", 2, 12L)).isEqualTo("1200");
        for (long amount : new long[] {0, -12, 999_999_999_999L, 1_000_000_000_000L, 999_999_999_999_999_999L}) {
            for (int digits = 0; digits <= 4; digits++) {
                assertThat(apply("minorUnits", digits, amount))
                        .isEqualTo(new BigDecimal(amount).movePointRight(digits).toPlainString());
            }
        }
        assertThatThrownBy(() -> apply("minorUnits", 2, "12.345")).hasMessageContaining("2 digits");
    }

    @Test
    void nothingStaysNothingButForADefault() {
        assertThat(apply("phone", "AU", "")).isNull();
        assertThat(apply("minorUnits", 2, "")).isNull();
        assertThat(apply("default", "AU", "")).isEqualTo("AU");
        assertThat(apply("default", "AU", "NZ")).isEqualTo("NZ");
    }

    @Test
    void hashesAreStableAndKeepSourcesApart() {
        Object hash = apply("hash", "legacy", Arrays.asList("a", 1L));
        assertThat(hash).isEqualTo(apply("hash", "legacy", Arrays.asList("a", 1L)));
        assertThat(hash).isNotEqualTo(apply("hash", "other", Arrays.asList("a", 1L)));
        assertThat(hash).isNotEqualTo(apply("hash", "legacy", Arrays.asList("a1", "")));
        assertThat(hash.toString()).startsWith("legacy-").hasSize("legacy-".length() + 32);
    }
}
