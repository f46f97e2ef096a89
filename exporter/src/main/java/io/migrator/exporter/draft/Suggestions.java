package io.migrator.exporter.draft;

import io.migrator.exporter.connector.SourceColumn;
import io.migrator.exporter.filetype.FileType.ColumnType;
import io.migrator.exporter.filetype.FileType.FileColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Suggests steps by both columns' types, and by how the first rows are written. */
final class Suggestions {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Set<String> MINOR_UNITS = Set.of("cent", "minor", "penny", "pence");
    private static final int DIGITS = 2;

    private final String country;

    /** @param country of telephone numbers without one */
    Suggestions(String country) {
        this.country = country;
    }

    /** @param values of the source's column; empty when there are none */
    Suggestion of(ColumnGuess guess, List<Object> values) {
        FileColumn column = guess.column();
        if (!column.allowed().isEmpty()) {
            return Codes.of(column.allowed(), values);
        }
        boolean isWritten = !ColumnMatching.isMoment(guess.from().kind());
        return switch (column.type()) {
            case TEXT -> text(column, guess.from());
            case INTEGER -> integer(column, guess.from());
            case BOOLEAN -> guess.from().kind() == SourceColumn.Kind.TEXT ? Codes.ofTruths(values) : Suggestion.of();
            case DATE, TIMESTAMP -> isWritten ? moment(column.type(), values) : Suggestion.of();
        };
    }

    private Suggestion text(FileColumn column, SourceColumn from) {
        if (INTERNATIONAL.matcher(column.example()).matches()) {
            return new Suggestion(List.of("phone: " + country), "numbers without a country are taken for " + country);
        } else if (column.example().contains("@")) {
            return Suggestion.of("trim: true", "case: lower");
        }
        return from.kind() == SourceColumn.Kind.TEXT ? Suggestion.of("trim: true") : Suggestion.of();
    }

    private static Suggestion integer(FileColumn column, SourceColumn from) {
        boolean isMoney =
                Words.of(column.name() + " " + column.description()).stream().anyMatch(MINOR_UNITS::contains);
        boolean isMinor = Words.of(from.name()).stream().anyMatch(MINOR_UNITS::contains);
        if (!isMoney || isMinor) {
            return Suggestion.of();
        }
        boolean isWhole = from.typeName().toLowerCase(Locale.ROOT).contains("int");
        return new Suggestion(
                List.of("minorUnits: " + DIGITS),
                isWhole ? "whole numbers; take the step away if they are minor units already" : "");
    }

    private static Suggestion moment(ColumnType type, List<Object> values) {
        Optional<String> day = Patterns.ofDays(values);
        Optional<String> moment = type == ColumnType.TIMESTAMP ? Patterns.ofMoments(values) : Optional.empty();
        if (moment.isPresent()) {
            return moment.get().equals(Patterns.ISO)
                    ? Suggestion.of()
                    : Suggestion.of("timestamp: {pattern: " + DraftYaml.scalar(moment.get()) + "}");
        } else if (day.isPresent()) {
            return day.get().equals(Patterns.ISO) && type == ColumnType.DATE
                    ? Suggestion.of()
                    : Suggestion.of("date: " + DraftYaml.scalar(day.get().isEmpty() ? "yyyy-MM-dd" : day.get()));
        }
        return new Suggestion(List.of(), "how is it written? Add date or timestamp with its pattern");
    }
}
