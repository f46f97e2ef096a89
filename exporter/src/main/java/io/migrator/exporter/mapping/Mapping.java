package io.migrator.exporter.mapping;

import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.source.SourceFile;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes rows of a file type of rows of a source. Safe to use from several threads. */
public final class Mapping {

    private static final Step[] NONE = {};
    private static final Pattern WITH_A_SPACE = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})");

    private final Cell[] cells;
    private final ZoneId zone;
    private final boolean isUtc;

    /**
     * How a cell is made.
     *
     * @param from positions in the source's row
     */
    private record Cell(
            FileType.FileColumn column,
            int[] from,
            @Nullable String constant,
            Step[] steps) {}

    /**
     * A row that cannot be mapped.
     *
     * @param column of the file type
     * @param reason for people; never the value
     */
    public record Refusal(String column, String reason) {}

    private Mapping(Cell[] cells, ZoneId zone) {
        this.cells = cells;
        this.zone = zone;
        this.isUtc = zone.normalized().equals(ZoneOffset.UTC);
    }

    /**
     * The mapping of a type that {@link MappingCheck} has found fit.
     *
     * @param zone of moments without one
     */
    public static Mapping of(FileType fileType, SourceFile.Type type, ZoneId zone) {
        List<String> source = type.sourceColumns();
        Cell[] cells = fileType.columns().stream()
                .map(column -> cell(column, type.columns().get(column.name()), source, zone))
                .toArray(Cell[]::new);
        return new Mapping(cells, zone);
    }

    private static Cell cell(
            FileType.FileColumn column, SourceFile.@Nullable Column mapped, List<String> source, ZoneId zone) {
        if (mapped == null) {
            return new Cell(column, new int[0], "", NONE);
        }
        List<Step> steps = new ArrayList<>();
        for (Map<String, Object> step : mapped.steps()) {
            steps.add(Steps.of(step, zone));
        }
        return new Cell(
                column,
                mapped.from().stream().mapToInt(source::indexOf).toArray(),
                mapped.constant(),
                steps.toArray(NONE));
    }

    /**
     * Fills the cells of a row.
     *
     * @param values of the source, in the order of {@link SourceFile.Type#sourceColumns}
     * @param row gets a text for each column of the file type; empty for nothing
     * @return why it cannot be done, or null
     */
    public @Nullable Refusal map(@Nullable Object[] values, String[] row) {
        for (int i = 0; i < cells.length; i++) {
            Cell cell = cells[i];
            try {
                row[i] = text(cell, values);
            } catch (CellException e) {
                row[i] = "";
                return new Refusal(cell.column.name(), String.valueOf(e.getMessage()));
            } catch (ArithmeticException | IllegalArgumentException | DateTimeException | ClassCastException e) {
                row[i] = "";
                return new Refusal(cell.column.name(), "the value cannot be understood");
            }
        }
        return row[0].isEmpty() ? new Refusal(cells[0].column.name(), "the row has no external id") : null;
    }

    /** The external id alone; empty when the row has none. */
    public String externalId(@Nullable Object[] values) {
        try {
            return text(cells[0], values);
        } catch (CellException
                | ArithmeticException
                | IllegalArgumentException
                | DateTimeException
                | ClassCastException e) {
            return "";
        }
    }

    private String text(Cell cell, @Nullable Object[] values) {
        if (cell.constant != null) {
            return cell.constant;
        }
        Object value = cell.from.length == 1 ? values[cell.from[0]] : several(cell.from, values);
        for (Step step : cell.steps) {
            value = step.apply(value);
        }
        return value instanceof String text && cell.column.type() == FileType.ColumnType.TEXT
                ? text
                : written(cell.column.type(), value);
    }

    private static List<@Nullable Object> several(int[] from, @Nullable Object[] values) {
        List<@Nullable Object> several = new ArrayList<>(from.length);
        for (int position : from) {
            several.add(values[position]);
        }
        return several;
    }

    /** The way in which the service writes a value of the type. */
    private String written(FileType.ColumnType type, @Nullable Object value) {
        if (value == null || Texts.isNothing(value)) {
            return "";
        }
        return switch (type) {
            case TEXT -> Texts.of(value);
            case INTEGER -> integer(value);
            case BOOLEAN -> truth(value);
            case DATE -> date(value);
            case TIMESTAMP -> moment(value);
        };
    }

    private static String integer(Object value) {
        if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() > 0) {
            throw new CellException("a whole number is needed; minorUnits makes one of an amount");
        }
        return Texts.of(value).strip();
    }

    private static String truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth.toString();
        } else if (value instanceof Long number && (number == 0 || number == 1)) {
            return number == 1 ? "true" : "false";
        } else if (value instanceof String text) {
            return text.strip();
        }
        throw new CellException("it is neither true nor false");
    }

    private String date(Object value) {
        if (value instanceof LocalDate day) {
            return Texts.of(day);
        } else if (value instanceof LocalDateTime moment) {
            return Texts.of(moment.toLocalDate());
        } else if (value instanceof Instant moment) {
            return Texts.of(moment.atZone(zone).toLocalDate());
        } else if (value instanceof String text) {
            return text.strip();
        }
        throw new CellException("it is no date; the step date reads one");
    }

    private String moment(Object value) {
        if (value instanceof Instant moment) {
            return Texts.of(moment);
        } else if (value instanceof LocalDateTime moment) {
            return isUtc ? Texts.ofUtc(moment) : Texts.of(moment.atZone(zone).toInstant());
        } else if (value instanceof LocalDate day) {
            return Texts.of(day.atStartOfDay(zone).toInstant());
        } else if (value instanceof String text) {
            return momentOf(text.strip());
        }
        throw new CellException("it is no moment; the step timestamp reads one");
    }

    /** As databases without a type for moments keep them: 2024-01-31 10:15:30. With a zone it is left as it stands. */
    private String momentOf(String text) {
        String iso = WITH_A_SPACE.matcher(text).replaceFirst("$1T$2");
        try {
            return Texts.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return text;
        }
    }
}
