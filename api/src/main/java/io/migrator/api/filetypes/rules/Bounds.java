package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.cells.WholeNumbers;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The cell's value lies within bounds, fixed ones or ones that move with the day of the upload.
 *
 * @param description the bounds in a few words
 * @param advice what to do
 * @param constraints as Table Schema has them
 * @param test whether a value lies within
 */
public record Bounds(
        String description, String advice, Map<String, Object> constraints, BiPredicate<String, UploadMoment> test)
        implements CellRule {

    public Bounds {
        constraints = Map.copyOf(constraints);
    }

    /** For numbers: this or more. */
    public static Bounds atLeast(long least) {
        return new Bounds(
                least + " or more",
                "Write a number of " + least + " or more.",
                Map.of("minimum", least),
                (text, moment) -> WholeNumbers.value(text) >= least);
    }

    /** For dates: this day or later. */
    public static Bounds notBefore(LocalDate day) {
        String first = day.toString();
        return new Bounds(
                "not before " + first,
                "Write a day not before " + first + ".",
                Map.of("minimum", first),
                (text, moment) -> text.compareTo(first) >= 0);
    }

    /** For dates of birth: this many years or more before the day of the upload. */
    public static Bounds yearsAgo(int years) {
        return new Bounds(
                years + " years or more ago on the day of upload",
                "Only persons of " + years + " years or more can be migrated; correct the date or leave the row out.",
                Map.of(),
                (text, moment) -> moment.isYearsAfter(years, text));
    }

    /** For timestamps: the moment of the upload or earlier. */
    public static Bounds notInFuture() {
        return new Bounds(
                "not in the future",
                "Write a moment that is not in the future; check the offset from UTC.",
                Map.of(),
                (text, moment) -> !moment.isBefore(text));
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return test.test(text, moment) ? Optional.empty() : Optional.of(new Finding(ViolationCode.CELL_RANGE, advice));
    }
}
