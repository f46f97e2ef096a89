package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.RecordParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Single records of a text that go through the CSV parser. One parser is given one record after the other, each whole: it never
 * looks behind a line feed. When it sees another end than was thought, nothing is guessed. Not safe for use by several threads.
 */
final class QuotedRecords {

    private static final byte QUOTE = '"';

    private final byte[] text;
    private final RecordForm form;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int given;
    private int end;
    private long lines;
    private long linesGiven;

    QuotedRecords(byte[] text, RecordForm form) {
        this.text = text;
        this.form = form;
        try {
            this.parser = CSVParser.builder()
                    .setReader(new Given())
                    .setFormat(RecordParser.format(form.delimiter()))
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
    }

    /** The cells of the record that begins here. */
    String[] read(int start) throws CSVException {
        given = start;
        findEnd(start);
        CSVRecord parsed = parsed();
        if (parsed == null || parser.getCurrentLineNumber() != linesGiven) {
            throw new CSVException("the record does not end where its quotes say");
        }
        String[] cells = new String[parsed.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = form.cell(RecordReader.decoded(parsed.get(i)));
        }
        return cells;
    }

    /** Where the record last read ends, its line end included. */
    int end() {
        return end;
    }

    /** How many lines the record last read has. */
    long lines() {
        return lines;
    }

    private @Nullable CSVRecord parsed() throws CSVException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException broken) {
                throw broken;
            }
            throw e;
        }
    }

    /** Behind the first line feed in no quotes; a quote opens a cell only as its first character. */
    private void findEnd(int start) {
        boolean quoted = false;
        boolean ended = false;
        int closed = -1;
        lines = 0;
        end = start;
        while (!ended && end < text.length) {
            if (text[end] == QUOTE) {
                closed = quoted ? end : closed;
                quoted = !quoted && (end == start || text[end - 1] == form.delimiter() || closed == end - 1);
            } else if (text[end] == '\n') {
                lines++;
                ended = !quoted;
            }
            end++;
        }
        linesGiven += lines;
    }

    /** The bytes of one record after the other, one character for each. */
    private final class Given extends Reader {

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, end - given);
            for (int i = 0; i < count; i++) {
                target[offset + i] = (char) (text[given + i] & 0xFF);
            }
            given += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            // Holds nothing but memory.
        }
    }
}
