package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.Digits;
import io.migrator.api.filetypes.suggestions.PhoneNumbers;
import java.util.Map;
import java.util.Optional;

/**
 * The cell is a telephone number after ITU-T E.164, in a row that also says which country it is of: what {@link Format#E164} asks,
 * and a better suggestion.
 *
 * @param countryColumn the column that holds the country, ISO 3166-1 alpha-2
 */
public record PhoneNumber(String countryColumn) implements CellRule {

    /** A number of the country that the other column names. */
    public static PhoneNumber ofCountryIn(String column) {
        return new PhoneNumber(column);
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return Format.E164.check(text, moment);
    }

    @Override
    public String suggestion(String text, RowCells row) {
        return PhoneNumbers.suggestion(text, row.text(countryColumn), PhoneNumber::isE164);
    }

    @Override
    public String description() {
        return Format.E164.description();
    }

    @Override
    public Map<String, Object> constraints() {
        return Format.E164.constraints();
    }

    static boolean isE164(String text) {
        int length = text.length();
        return length >= 3
                && length <= 16
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && Digits.areDigits(text, 1, length);
    }
}
