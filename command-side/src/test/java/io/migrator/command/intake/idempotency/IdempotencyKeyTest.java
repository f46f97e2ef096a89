package io.migrator.command.intake.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.Rejection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"abc,abc", "\"abc\",abc", "a\"c,a\"c", "\",\"", "| a |,a", "!~,!~"})
    void quotesAroundAKeyAreNotPartOfIt(String header, String key) {
        assertThat(IdempotencyKey.of("acme", List.of(header))).contains(new IdempotencyKey("acme", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "a b", "a\tb", "\u007f", "caf\u00e9", "\u0000"})
    void otherCharactersAreNotTaken(String header) {
        assertThatThrownBy(() -> IdempotencyKey.of("acme", List.of(header)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID"));
    }

    @Test
    void aCardNumberIsNoKeyButAnyUuidIs() {
        String uuid = "1f846a27-2454-4477-9558-2238a022ce5c";
        assertThat(IdempotencyKey.of("acme", List.of(uuid))).contains(new IdempotencyKey("acme", uuid));
        assertThatThrownBy(() -> IdempotencyKey.of("acme", List.of("4111-1111-1111-1111")))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void aRequestHasOneKeyAtMost() {
        assertThat(IdempotencyKey.of("acme", List.of())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> IdempotencyKey.of("acme", List.of("a", "a"))).isInstanceOf(Rejection.class);
    }

    @Test
    void theDigestKeepsItsPartsApart() {
        assertThat(RequestDigest.of("ab", "c"))
                .isNotEqualTo(RequestDigest.of("a", "bc"))
                .hasSize(64);
        assertThat(RequestDigest.of("ab", "c")).isEqualTo(RequestDigest.of("ab", "c"));
    }
}
