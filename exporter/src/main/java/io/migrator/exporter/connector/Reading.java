package io.migrator.exporter.connector;

import java.util.List;

/** One view of the source, from which any number of blocks is read; safe to use by as many threads as it was begun for. */
public interface Reading extends AutoCloseable {

    /** How far what is read belongs to one moment. */
    Consistency consistency();

    /**
     * Hands every row of a block to the sink, in the order of the key. No more than a few hundred rows are in memory at a time.
     *
     * @throws SourceException when the source fails; the block may be read again from its start
     */
    void read(Extract extract, Block block, RowSink sink);

    /**
     * Hands the first rows to the sink, by the order of the key. A source that can is asked for no more than these; from others the
     * reading is broken off.
     *
     * @throws SourceException when the source fails
     */
    default void first(Extract extract, int rows, RowSink sink) {
        int[] taken = {0};
        try {
            read(extract, new Block(1, List.of(), List.of(), rows), values -> {
                sink.row(values);
                if (++taken[0] == rows) {
                    throw new FirstRowsException();
                }
            });
        } catch (FirstRowsException e) {
            return; // it is enough
        }
    }

    @Override
    void close();

    /** What a source offers. */
    enum Consistency {
        /** All blocks show the same moment. */
        SNAPSHOT,
        /** Each block shows one moment, another than the next block. */
        BLOCK,
        /** What is written while a block is read may be seen or not. */
        NONE
    }
}
