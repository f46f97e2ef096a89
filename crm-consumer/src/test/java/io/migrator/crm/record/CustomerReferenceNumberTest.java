package io.migrator.crm.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CustomerReferenceNumberTest {

    @Test
    void theIdIsFollowedByACheckDigit() {
        assertThat(CustomerReferenceNumber.of(100_017)).isEqualTo("1000174");
    }

    @Test
    void everyCustomerHasItsOwn() {
        assertThat(LongStream.range(99_000, 120_000).mapToObj(CustomerReferenceNumber::of))
                .doesNotHaveDuplicates()
                .allMatch(CustomerReferenceNumber::isValid);
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String crn = CustomerReferenceNumber.of(104_729);
        for (int place = 0; place < crn.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = crn.substring(0, place) + digit + crn.substring(place + 1);
                assertThat(CustomerReferenceNumber.isValid(other)).isEqualTo(other.equals(crn));
            }
        }
    }

    @Test
    void aCrnNeverLooksLikeACardNumber() {
        assertThat(LongStream.of(411111111111111L, 555555555555444L, 37828224631000L)
                        .mapToObj(CustomerReferenceNumber::of))
                .noneMatch(CustomerReferenceNumberTest::passesLuhn);
        assertThat(passesLuhn("4111111111111111")).isTrue();
    }

    @Test
    void whatIsNoNumberIsNoCrn() {
        assertThat(CustomerReferenceNumber.isValid("")).isFalse();
        assertThat(CustomerReferenceNumber.isValid("4")).isFalse();
        assertThat(CustomerReferenceNumber.isValid("10001x4")).isFalse();
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int share = i % 2 == 1 ? 2 * digit : digit;
            sum += share / 10 + share % 10;
        }
        return sum % 10 == 0;
    }
}
