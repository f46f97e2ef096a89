package io.migrator.command.intake;

import io.migrator.command.intake.csv.PlainRecords;
import io.migrator.command.intake.csv.RecordCursor;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.csv.Stretch;
import io.migrator.command.intake.csv.Stretches;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the rows of one file: a long one in stretches, by several threads. A stretch that has something to it that only a reader
 * of the whole file can judge, a broken quote or a limit, is read again together with all that follows, by one thread; so what is
 * found never depends on how the file was cut. One object for one file.
 */
final class RowsReading {

    /** Rows that are judged before they are put together with those before them, when one thread reads. */
    private static final int BLOCK = 1000;

    /** Rows of a stretch: rows so short are read by one thread, as many of them would fill the memory. */
    private static final int MOST_OF_STRETCH = 20_000;

    /** A stretch of the file, judged for itself. */
    private record Judged(Stretch stretch, RowBlock rows, boolean hasMore) {}

    private final SpooledFile file;
    private final FileHeader header;
    private final RowRules rules;
    private final FileRows rows;

    /** The header and all that follows. */
    private final Stretch text;

    private long linesBefore;

    RowsReading(SpooledFile file, FileHeader header, RowRules rules, FileRows rows) {
        this.file = file;
        this.header = header;
        this.rules = rules;
        this.rows = rows;
        RecordReader reader = header.reader();
        this.text = new Stretch(reader.start(), reader.stretch().end());
        this.linesBefore = reader.line() - 1;
        rows.skip(reader.blankLines());
    }

    void read(Division division) {
        if (text.length() <= division.bytes()) {
            readOn(new RowBlockReading(header.reader(), rules, false), 0);
        } else {
            readDivided(division);
        }
        rows.end();
    }

    private void readDivided(Division division) {
        Iterator<Stretch> stretches = new Stretches(file, header.form().delimiter(), text, division.bytes());
        division.threads().inOrder(works(stretches), division.threads().enough(), this::take);
    }

    private Iterator<Supplier<Judged>> works(Iterator<Stretch> stretches) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return stretches.hasNext();
            }

            @Override
            public Supplier<Judged> next() {
                Stretch stretch = stretches.next();
                return () -> judge(stretch);
            }
        };
    }

    private Judged judge(Stretch stretch) {
        Optional<PlainRecords> plain = PlainRecords.in(file, header.form(), stretch, rules.longestRecord());
        try (RecordCursor records = plain.isPresent() ? plain.get() : reader(stretch, 0)) {
            RowBlockReading reading = reading(records, stretch);
            RowBlock block = reading.read(MOST_OF_STRETCH);
            return new Judged(stretch, block, reading.hasMore());
        }
    }

    private boolean take(Judged judged) {
        RowBlock block = judged.rows();
        if (judged.hasMore() || !rows.fits(block)) {
            Stretch rest = new Stretch(judged.stretch().start(), text.end());
            int blankLines = rows.blankLines();
            try (RecordReader reader = reader(rest, blankLines)) {
                readOn(reading(reader, rest), linesBefore);
            }
            return false;
        }
        rows.add(block, linesBefore, rows.blankLines());
        linesBefore += block.line() - 1;
        return true;
    }

    /** By one thread, up to the end. */
    private void readOn(RowBlockReading reading, long lines) {
        do {
            rows.add(reading.read(Math.min(BLOCK, rows.room())), lines, 0);
            if (reading.hasMore() && rows.room() == 0) {
                rows.refuseMore();
                return;
            }
        } while (reading.hasMore());
    }

    private RowBlockReading reading(RecordCursor records, Stretch stretch) {
        return new RowBlockReading(records, rules, stretch.start() == text.start());
    }

    private RecordReader reader(Stretch stretch, int blankLines) {
        return new RecordReader(file, header.form(), stretch, blankLines, rules.longestRecord());
    }
}
