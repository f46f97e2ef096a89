package io.migrator.bench.peer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.batch.infrastructure.item.validator.ValidationException;

/** The cells of one line by their position, each read with its rule; a cell that breaks its rule is a {@link ValidationException}. */
final class CustomerCells {

    private final FieldSet line;

    CustomerCells(FieldSet line) {
        this.line = line;
    }

    String required(int column, int longest) {
        String text = text(column, longest);
        return text == null ? refuse(column) : text;
    }

    LocalDate requiredDate(int column) {
        LocalDate date = date(column);
        return date == null ? refuse(column) : date;
    }

    @Nullable
    String text(int column, int longest) {
        String text = cell(column);
        return text.isEmpty() ? null : text.length() <= longest ? text : refuse(column);
    }

    @Nullable
    String oneOf(int column, Set<String> words) {
        return matching(column, words::contains);
    }

    @Nullable
    String matching(int column, Predicate<String> form) {
        String text = cell(column);
        return text.isEmpty() ? null : form.test(text) ? text : refuse(column);
    }

    @Nullable
    LocalDate date(int column) {
        String text = significant(column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return refuse(column);
        }
    }

    @Nullable
    OffsetDateTime timestamp(int column) {
        String text = significant(column);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return refuse(column);
        }
    }

    @Nullable
    Boolean bool(int column) {
        String text = significant(column);
        if (text.isEmpty()) {
            return null;
        }
        boolean isTrue = text.equalsIgnoreCase("true");
        return isTrue || text.equalsIgnoreCase("false") ? isTrue : refuse(column);
    }

    @Nullable
    Long uint(int column) {
        String text = significant(column);
        try {
            return text.isEmpty() ? null : Character.isDigit(text.charAt(0)) ? Long.valueOf(text) : refuse(column);
        } catch (NumberFormatException e) {
            return refuse(column);
        }
    }

    /** Blanks around the text count for strings only. */
    private String significant(int column) {
        return cell(column).strip();
    }

    private String cell(int column) {
        String text = line.readRawString(column);
        return text == null ? "" : text;
    }

    private static <T> T refuse(int column) {
        throw new ValidationException("the cell of column " + (column + 1) + " breaks its rule");
    }
}
