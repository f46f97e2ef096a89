package io.migrator.crm.record;

/**
 * The CRN: the PBJ customer id followed by a check digit, so unique because the id is.
 *
 * <p>The check digit is Luhn's plus one (modulo ten). It finds every wrong digit and nearly every swap of neighbours as
 * Luhn's does, and a CRN never passes the card number check, however long it grows: 100017 becomes 1000174.
 */
public final class CustomerReferenceNumber {

    private CustomerReferenceNumber() {}

    /** The CRN of a customer. */
    public static String of(long customerId) {
        String digits = Long.toString(customerId);
        return digits + (luhnDigit(digits) + 1) % 10;
    }

    /** Whether the text is a CRN without a slip of the pen; not whether such a customer exists. */
    public static boolean isValid(String crn) {
        if (crn.length() < 2 || !crn.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int last = crn.length() - 1;
        return (luhnDigit(crn.substring(0, last)) + 1) % 10 == crn.charAt(last) - '0';
    }

    private static int luhnDigit(String digits) {
        int sum = 0;
        boolean twice = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int share = twice ? 2 * digit : digit;
            sum += share > 9 ? share - 9 : share;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }
}
