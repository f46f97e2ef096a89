package io.migrator.app.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Card numbers that no issuer has given out, each planted in one place, so that a trace tells where it came from. Not safe for use
 * by several threads.
 */
final class PlantedCards {

    private static final String VISA = "453900";
    private static final String AMEX = "370000";

    private final List<String> numbers = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    /** A new number of 16 digits. */
    String visa(String place) {
        return planted(VISA, 15, place);
    }

    /** A new number of 16 digits in fours. */
    String inFours(String place, String parting) {
        return visa(place).replaceAll("(....)(?=.)", "$1" + parting);
    }

    /** A new number of 15 digits, as American Express prints it. */
    String amex(String place) {
        return planted(AMEX, 14, place).replaceFirst("(.{4})(.{6})(.{5})", "$1 $2 $3");
    }

    /** A new number in a writing that goes round with every call. */
    String inSomeWriting(String place) {
        return switch (numbers.size() % 7) {
            case 0 -> visa(place);
            case 1 -> inFours(place, " ");
            case 2 -> inFours(place, "-");
            case 3 -> amex(place);
            case 4 -> inFours(place, "\u00A0") + " 12/26";
            case 5 -> inFours(place, "\u2013") + " 1226";
            default -> visa(place).replace('0', '\uFF10').replace('5', '\u0665');
        };
    }

    /** Where a number was planted that stands in the text, however its digits are written or parted. */
    Optional<String> tracedIn(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        if (digits.indexOf(VISA) < 0 && digits.indexOf(AMEX) < 0) {
            return Optional.empty();
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (digits.indexOf(numbers.get(i)) >= 0) {
                return Optional.of(places.get(i));
            }
        }
        return Optional.empty();
    }

    int count() {
        return numbers.size();
    }

    private String planted(String prefix, int length, String place) {
        String body = prefix + String.format("%0" + (length - prefix.length()) + "d", 7_654_321 + numbers.size() * 17L);
        String number = body + checkDigit(body);
        numbers.add(number);
        places.add(place);
        return number;
    }

    private static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
