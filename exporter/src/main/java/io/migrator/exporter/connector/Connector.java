package io.migrator.exporter.connector;

import java.util.List;
import java.util.Optional;

/**
 * A source system of some technology. All there is to know about one technology stands behind this contract; what becomes of the
 * rows is none of its business.
 *
 * <p>Safe to use from several threads. Every fault is a {@link SourceException}, whose message names what was tried and what to do.
 */
public interface Connector extends AutoCloseable {

    /** Whether the source can be reached and lets itself be read; says what it is and in which version. */
    String check();

    /** Everything that could be extracted. Counting rows may take a while. */
    List<Table> discover();

    /** The columns of an extract, in its order. */
    List<SourceColumn> columns(Extract extract);

    /**
     * Cuts an extract into blocks of about as many rows. Together they hold every row that the extract's filter lets through, and
     * none twice, whatever is written to the source afterwards.
     *
     * @throws SourceException also when a row has no key
     */
    List<Block> plan(Extract extract, int rowsPerBlock);

    /** The greatest value of the change column; empty where there is no such column or no row. */
    Optional<KeyValue> state(Extract extract);

    /**
     * Begins to read.
     *
     * @param readers that will read at the same time
     */
    Reading begin(int readers);

    /** Never throws: what could not be closed is gone anyway. */
    @Override
    void close();
}
