package io.migrator.exporter.run;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Parts the rows of one block among files; each that is full is closed and handed on. For one thread. */
final class Parts implements AutoCloseable {

    private final int rowsPerPart;
    private final IntFunction<CsvPart> files;
    private final Consumer<CsvPart> taker;
    private @Nullable CsvPart current;
    private int number;

    /**
     * @param files begins a part, by its number from 1
     * @param taker of closed parts
     */
    Parts(int rowsPerPart, IntFunction<CsvPart> files, Consumer<CsvPart> taker) {
        this.rowsPerPart = rowsPerPart;
        this.files = files;
        this.taker = taker;
    }

    void add(String[] row) {
        CsvPart part = current;
        if (part == null) {
            number++;
            part = files.apply(number);
            current = part;
        }
        part.add(row);
        if (part.rows() == rowsPerPart) {
            handOn(part);
        }
    }

    private void handOn(CsvPart part) {
        part.close();
        current = null;
        taker.accept(part);
    }

    /** After the last row. */
    void finish() {
        CsvPart part = current;
        if (part != null) {
            handOn(part);
        }
    }

    /** Of the part that was begun last. */
    int number() {
        return number;
    }

    @Override
    public void close() {
        CsvPart part = current;
        if (part != null) {
            part.close();
        }
    }
}
