package io.migrator.exporter.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Parts the rows of one block among files; each that is full is closed and handed on. For one thread. */
final class Parts implements AutoCloseable {

    private final List<String> header;
    private final int rowsPerPart;
    private final IntFunction<Path> files;
    private final Consumer<CsvPart> taker;
    private @Nullable CsvPart current;
    private int number;

    /**
     * @param files where the parts are put, by their numbers from 1
     * @param taker of closed parts
     */
    Parts(List<String> header, int rowsPerPart, IntFunction<Path> files, Consumer<CsvPart> taker) {
        this.header = header;
        this.rowsPerPart = rowsPerPart;
        this.files = files;
        this.taker = taker;
    }

    void add(String[] row) {
        CsvPart part = current;
        if (part == null) {
            number++;
            part = new CsvPart(files.apply(number), header);
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
