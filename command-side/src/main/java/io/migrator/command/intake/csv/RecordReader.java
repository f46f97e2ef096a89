package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.cells.Blanks;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a spooled file or a stretch of it with the CSV parser, whatever is in it. Not safe for use by several threads.
 */
public final class RecordReader implements RecordCursor {

    /** More are no part of a table; each costs as much time as a row, and counts against no other limit. */
    public static final int MOST_BLANK_LINES = 1_000_000;

    private final SpooledFile file;
    private final RecordForm form;
    private final Stretch stretch;
    private final int linesBefore;
    private final SpoolReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private String[] cells = new String[0];
    private int width;
    private long start;
    private long end;
    private long line;
    private int blankLines;

    /** Reads a file from its beginning. */
    public RecordReader(SpooledFile file, RecordForm form, int maxRecordLength) {
        this(file, form, new Stretch(SpoolReader.firstPosition(file), file.size()), 0, 0, maxRecordLength);
    }

    /** Reads a file from the line after the one that names its separator. */
    public RecordReader(SpooledFile file, RecordForm form, SeparatorLine before, int maxRecordLength) {
        this(file, form, new Stretch(Math.min(before.end(), file.size()), file.size()), 1, 0, maxRecordLength);
    }

    /**
     * Reads a stretch of a file; lines are counted from its beginning.
     *
     * @param blankLines those before it, which count against the limit
     */
    public RecordReader(SpooledFile file, RecordForm form, Stretch stretch, int blankLines, int maxRecordLength) {
        this(file, form, stretch, 0, blankLines, maxRecordLength);
    }

    private RecordReader(
            SpooledFile file, RecordForm form, Stretch stretch, int linesBefore, int blankLines, int maxRecordLength) {
        this.file = file;
        this.form = form;
        this.stretch = stretch;
        this.linesBefore = linesBefore;
        this.blankLines = blankLines;
        this.reader = new SpoolReader(file, stretch, maxRecordLength);
        try {
            this.parser = CSVParser.builder()
                    .setReader(reader)
                    .setFormat(RecordParser.format(form.delimiter()))
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
        this.start = stretch.start();
    }

    @Override
    public boolean next() throws UnreadableRecordException, CSVException {
        boolean first = true;
        while (true) {
            line = linesBefore + parser.getCurrentLineNumber() + 1;
            reader.recordBegins();
            CSVRecord read = hasNext() ? records.next() : null;
            start = read == null ? stretch.end() : stretch.start() + read.getCharacterPosition();
            end = first ? start : end;
            first = false;
            if (read == null) {
                return false;
            }
            if (!isBlankLine(read)) {
                take(read);
                return true;
            }
            if (++blankLines > MOST_BLANK_LINES) {
                throw new UnreadableRecordException(ViolationCode.FILE_TOO_MANY_ROWS, start);
            }
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String[] cells() {
        return cells;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long endOfPrevious() {
        return end;
    }

    @Override
    public long line() {
        return line;
    }

    /** What is read. */
    public Stretch stretch() {
        return stretch;
    }

    @Override
    public int blankLines() {
        return blankLines;
    }

    /** Whether the text begins with a byte order mark. */
    public boolean hasByteOrderMark() {
        return SpoolReader.firstPosition(file) > 0;
    }

    /** The line end of the first record, as far as one was read. */
    public Optional<String> lineEnd() {
        return Optional.ofNullable(parser.getFirstEndOfLine());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser's iterator wraps what is thrown to it. */
    private boolean hasNext() throws UnreadableRecordException, CSVException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof UnreadableRecordException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof CSVException broken) {
                throw broken;
            }
            throw e;
        }
    }

    private void take(CSVRecord read) {
        width = read.size();
        if (cells.length < width) {
            cells = new String[width];
        }
        for (int i = 0; i < width; i++) {
            cells[i] = form.cell(decoded(read.get(i)));
        }
    }

    /** A line of nothing or blanks only; a pair of quotes is a cell. */
    private boolean isBlankLine(CSVRecord read) {
        return read.size() == 1 && Blanks.trim(read.get(0)).isEmpty() && !beginsWithQuote();
    }

    private boolean beginsWithQuote() {
        byte[] first = new byte[1];
        return file.read(start, first, 0, 1) == 1 && first[0] == '"';
    }

    /** One character stands for one byte until here; most cells have no byte for which that matters. */
    static String decoded(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return bytes;
    }
}
