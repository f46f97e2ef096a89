package io.migrator.command.intake.csv;

import java.io.Closeable;
import org.apache.commons.csv.CSVException;

/** The records of a text, one after the other: {@link #next}, then the record's cells, line and position. Blank lines are skipped and counted. */
public interface RecordCursor extends Closeable {

    /**
     * Goes on to the next record that is not blank.
     *
     * @return whether there is one
     * @throws UnreadableRecordException when the bytes are not UTF-8, the record never ends, or there are only blank lines
     * @throws CSVException when a quote is broken; nothing is to be read after it
     */
    boolean next() throws UnreadableRecordException, CSVException;

    /** How many cells the record has. */
    int width();

    /** The cells; the array may be longer and serves again for the next record. */
    String[] cells();

    /** The position of the record's first byte. */
    long start();

    /** Where the record before this one ended, its line end included; blank lines between the two are not part of it. */
    long endOfPrevious();

    /** The physical line on which the record begins, or on which it would have. */
    long line();

    /** Blank lines so far. */
    int blankLines();

    @Override
    void close();
}
