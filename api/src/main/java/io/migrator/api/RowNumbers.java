package io.migrator.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.PrimitiveIterator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * An immutable set of row numbers (1 = the file's first data row), written as ascending ranges: {@code "1-1000,1005"}.
 *
 * <p>The text form is what events hold, so that an auditor can read it; the empty set is the empty text. A set of a
 * million consecutive rows takes a few bytes in either form.
 */
public final class RowNumbers {

    private static final RowNumbers NONE = new RowNumbers(new RoaringBitmap());

    private final RoaringBitmap rows;

    private RowNumbers(RoaringBitmap rows) {
        this.rows = rows;
    }

    /** The empty set. */
    public static RowNumbers none() {
        return NONE;
    }

    /** All rows from {@code first} to {@code last}, both included. */
    public static RowNumbers range(int first, int last) {
        RoaringBitmap rows = new RoaringBitmap();
        rows.add((long) first, last + 1L);
        return new RowNumbers(rows);
    }

    /** The rows given, in any order. */
    public static RowNumbers of(int... rows) {
        return new RowNumbers(RoaringBitmap.bitmapOf(rows));
    }

    /** A copy of the bitmap's present content. */
    public static RowNumbers copyOf(RoaringBitmap rows) {
        return new RowNumbers(rows.clone());
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when a part is neither a number nor an ascending range
     */
    @JsonCreator
    public static RowNumbers parse(String text) {
        RoaringBitmap rows = new RoaringBitmap();
        int position = 0;
        while (position < text.length()) {
            int comma = text.indexOf(',', position);
            int end = comma < 0 ? text.length() : comma;
            int dash = text.indexOf('-', position);
            boolean isRange = dash > 0 && dash < end;
            int first = Integer.parseInt(text, position, isRange ? dash : end, 10);
            int last = isRange ? Integer.parseInt(text, dash + 1, end, 10) : first;
            if (last < first) {
                throw new IllegalArgumentException("descending range of rows");
            }
            rows.add((long) first, last + 1L);
            position = end + 1;
        }
        return new RowNumbers(rows);
    }

    /** A copy that the caller may change. */
    public RoaringBitmap toBitmap() {
        return rows.clone();
    }

    /** Whether the set holds this row. */
    public boolean contains(int row) {
        return rows.contains(row);
    }

    /** How many rows the set holds. */
    public int size() {
        return rows.getCardinality();
    }

    /** Whether the set holds no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Hands over every row, ascending. */
    public void forEach(IntConsumer consumer) {
        rows.forEach((org.roaringbitmap.IntConsumer) consumer::accept);
    }

    /** Every row, ascending. */
    public IntStream stream() {
        return rows.stream();
    }

    @JsonValue
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        PrimitiveIterator.OfInt iterator = rows.stream().iterator();
        int first = -1;
        int last = -1;
        while (iterator.hasNext()) {
            int row = iterator.nextInt();
            if (first >= 0 && row == last + 1) {
                last = row;
                continue;
            }
            appendRange(text, first, last);
            first = row;
            last = row;
        }
        appendRange(text, first, last);
        return text.toString();
    }

    private static void appendRange(StringBuilder text, int first, int last) {
        if (first < 0) {
            return;
        }
        if (text.length() > 0) {
            text.append(',');
        }
        text.append(first);
        if (last > first) {
            text.append('-').append(last);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowNumbers that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
