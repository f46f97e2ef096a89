package io.migrator.api.filetypes.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Judges a cell by a field of a Table Schema alone, knowing nothing of how the migrator does. */
final class SchemaCheck {

    private SchemaCheck() {}

    /** What is wrong with the cell, if anything. */
    static Optional<String> of(JsonNode field, String cell) {
        JsonNode constraints = field.get("constraints");
        if (cell.isEmpty()) {
            return constraints.get("required").asBoolean() ? Optional.of("is required") : Optional.empty();
        }
        return type(field, cell).or(() -> constraints(constraints, cell));
    }

    private static Optional<String> type(JsonNode field, String cell) {
        try {
            switch (field.get("type").asText()) {
                case "integer" -> Long.parseLong(cell);
                case "date" -> LocalDate.parse(cell);
                case "datetime" -> OffsetDateTime.parse(cell);
                case "boolean" -> {
                    boolean isKnown =
                            (field.get("trueValues").toString() + field.get("falseValues")).contains('"' + cell + '"');
                    return isKnown ? Optional.empty() : Optional.of("is neither true nor false");
                }
                default -> {
                    boolean isMailbox = cell.matches("[^@]+@[^@]+\\.[^@]+");
                    return field.path("format").asText().equals("email") && !isMailbox
                            ? Optional.of("is no address")
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.of("is not of the type");
        }
    }

    private static Optional<String> constraints(JsonNode constraints, String cell) {
        int length = cell.codePointCount(0, cell.length());
        if (constraints.has("maxLength")
                && length > constraints.get("maxLength").asInt()) {
            return Optional.of("is too long");
        }
        if (constraints.has("pattern")
                && !cell.matches(constraints.get("pattern").asText())) {
            return Optional.of("does not match");
        }
        if (constraints.has("enum") && !constraints.get("enum").toString().contains('"' + cell + '"')) {
            return Optional.of("is not in the list");
        }
        JsonNode minimum = constraints.path("minimum");
        boolean isBelow = minimum.isTextual() ? cell.compareTo(minimum.asText()) < 0 : isBelow(minimum, cell);
        return isBelow ? Optional.of("is below the minimum") : Optional.empty();
    }

    private static boolean isBelow(JsonNode minimum, String cell) {
        return minimum.isNumber() && Long.parseLong(cell) < minimum.asLong();
    }
}
