package io.migrator.api.filetypes.cells;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are the public test numbers of payment processors. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111", // Visa
                "4222222222222", // Visa, 13 digits
                "4000000000000000006", // Visa, 19 digits
                "5555555555554444", // Mastercard
                "2223003122003222", // Mastercard, 2-series
                "378282246310005", // American Express
                "30569309025904", // Diners
                "6011111111111117", // Discover
                "3530111333300000", // JCB
                "6200000000000005", // UnionPay
                "6759649826438453", // Maestro
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111\u00A01111\u00A01111\u00A01111",
                "4000 0000 0000 0000 006",
                "3782 822463 10005",
                "3056 930902 5904",
                "Card:4111111111111111.",
                "EXT4111111111111111x",
                "paid with 4111 1111 1111 1111 on Monday",
                "4111 1111 1111 1111 12/27",
                "4111 1111 1111 1111 123", // its check number beside it
                "12 4111 1111 1111 1111",
                "first 1234567890123456, then 5555555555554444",
                "4111 1111 1111 1111 1226", // month and year of its expiry beside it
                "4111-1111-1111-1111 1226",
                "2024 4111 1111 1111 1111", // a year before it
                "2024 4111 1111 1111 1111 1226 123",
                "4111 1111 1111 1111 2026",
                "1234-4111 1111 1111 1111", // parted otherwise from what is beside it
                "4111 1111 1111 1111-5678",
                "4111\t1111\t1111\t1111",
                "4111\u20091111\u202F1111\u30001111", // thin, narrow and wide blanks
                "4111\u20101111\u20131111\u20141111", // hyphen and dashes
                "4111\u22121111\u22121111\u22121111", // minus
                "4111\u200B1111\u200B1111\u200B1111", // blanks without width
                "4\u00AD111111111111111", // soft hyphen
                "4\uFE0F\u20E31111\u20601111\uFEFF11111\u000111", // other characters that are not seen
                "\uFF14\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11\uFF11", // wide
                "\u0664\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661 \u0661\u0661\u0661\u0661",
                "\uD835\uDFD2111111111111111", // a mathematical four, beyond the basic plane
                "x-4111-1111-1111-1111-x",
                "ab-4111-1111-1111-1111-ab", // nearly a UUID
                "1f846a27-4111-1111-1111-1111a022ce5", // a digit short of one
                "1f846a27-4111-1111-1111-1111a022ce5c0", // a digit longer than one
                "g1f846a27-4111-1111-1111-1111a022ce5c",
                "1f846a27 4111 1111 1111 1111a022ce5c",
                "1f846a27-2454-4477-9558-2238a022ce5c 4111 1111 1111 1111", // beside one
                "4111111111111111-1f846a27-2454-4477-9558-2238a022ce5c",
                "1f846a27-2454-4477-9558-ab2238ab4111 1111 1111 1111" // begun in one
            })
    void aCardNumberIsFound(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
        assertThat(CardNumbers.isIn(CardNumbers.masked(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "411111111111",
                "4111111111111112", // check digit
                "1111111111111117", // no issuer
                "411111111111116", // an issuer's prefix with another length
                "41111111111111111115", // within a longer run
                "14111111111111111",
                "4111  1111 1111 1111",
                "4111.1111.1111.1111",
                "41 11 11 11 11 11 11 11",
                "4111111 111111111",
                "1234 4111 1111 1111 1111", // within a longer series
                "4111 1111 1111 1111 1111",
                "4111/1111/1111/1111",
                "4111_1111_1111_1111",
                "4111\n1111\n1111\n1111",
                "4111 \u200B 1111 1111 1111",
                "1f846a27-2454-4477-9558-2238a022ce5c",
                "1F846A27-2454-4477-9558-2238A022CE5C",
                "{1f846a27-2454-4477-9558-2238a022ce5c}",
                "urn:uuid:1f846a27-2454-4477-9558-2238a022ce5c, 2f846a27-2454-4477-9558-2238a022ce5c",
                "abcd4111-1111-1111-1111-abcdefabcdef",
                "12345678-4111-1111-1111-111112345678",
                "2026-06-15 12:00:00 +61 2 9999 9999",
                "DE89 3704 0044 0532 0130 00"
            })
    void anotherNumberIsNot(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
        assertThat(CardNumbers.masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, ************1111",
        "a 3782 822463 10005 b, a **** ****** *0005 b",
        "4111-1111-1111-1111 and 5555555555554444, ****-****-****-1111 and ************4444",
        "x\uD835\uDFD2111111111111111y, x*************1111y"
    })
    void aMaskLeavesTheLastFourDigits(String text, String masked) {
        assertThat(CardNumbers.masked(text)).isEqualTo(masked);
    }

    @Test
    void aCardNumberAtTheCutIsMaskedBeforeTheCut() {
        String value = "x".repeat(30) + "4111111111111111";
        assertThat(ShownValue.of(value)).isEqualTo("x".repeat(30) + "*".repeat(10));
    }

    @Test
    void aShortTokenIsNotShownAtAll() {
        assertThat(ShownValue.ofToken("secret")).isEqualTo("********");
        assertThat(ShownValue.ofToken("a-long-secret-1234")).isEqualTo("********1234");
    }

    @Test
    void whatCannotBeSeenHidesNoNumberByJoiningItToAnother() {
        assertThat(CardNumbers.masked("4111111111111111\u00000")).isEqualTo("************1111\u00000");
    }

    @Test
    void theEndOfAShownValueMakesNoNumberOfALongerOne() {
        String value = "x".repeat(24) + "41111111111111111234";
        assertThat(CardNumbers.isIn(value)).isFalse();
        assertThat(CardNumbers.isIn(ShownValue.of(value))).isFalse();
    }
}
