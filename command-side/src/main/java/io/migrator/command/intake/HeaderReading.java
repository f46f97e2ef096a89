package io.migrator.command.intake;

import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import io.migrator.command.intake.csv.RecordForm;
import io.migrator.command.intake.csv.RecordReader;
import io.migrator.command.intake.csv.SeparatorLine;
import io.migrator.command.intake.csv.UnreadableRecord;
import io.migrator.command.intake.csv.UnreadableRecordException;
import io.migrator.command.intake.spool.SpooledFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;

/**
 * Reads a file's header with each separator until it is that of a type. A line {@code sep=} before it leaves no choice. When it
 * is no type's, it is explained with the separator under which it comes nearest. One object for one file.
 */
final class HeaderReading {

    private static final String UNKNOWN_SEPARATOR =
            "Name the separator in the line 'sep=' with one character: a comma, a semicolon, a tab or |.";

    private final SpooledFile file;
    private final HeaderDetection detection;
    private final ReadingLimits limits;
    private final boolean spreadsheetSafe;

    HeaderReading(SpooledFile file, HeaderDetection detection, ReadingLimits limits, boolean spreadsheetSafe) {
        this.file = file;
        this.detection = detection;
        this.limits = limits;
        this.spreadsheetSafe = spreadsheetSafe;
    }

    /** The header, or what comes nearest to one. */
    FileHeader read() {
        Optional<SeparatorLine> before = SeparatorLine.of(file);
        Optional<Character> named = before.flatMap(SeparatorLine::separator);
        if (before.isPresent() && named.isEmpty()) {
            RecordForm form = new RecordForm(SeparatorLine.SEPARATORS.charAt(0), spreadsheetSafe);
            return new FileHeader(
                    new RecordReader(file, form, limits.recordLength()),
                    form,
                    true,
                    Optional.empty(),
                    List.of(Violation.ofRow(0, 1, ViolationCode.FILE_HEADER_UNKNOWN, UNKNOWN_SEPARATOR)));
        }
        return nearest(named.map(String::valueOf).orElse(SeparatorLine.SEPARATORS), before);
    }

    private FileHeader nearest(String separators, Optional<SeparatorLine> before) {
        FileHeader nearest = null;
        long most = -1;
        for (char separator : separators.toCharArray()) {
            RecordForm form = new RecordForm(separator, spreadsheetSafe);
            RecordReader reader = before.map(line -> new RecordReader(file, form, line, limits.recordLength()))
                    .orElseGet(() -> new RecordReader(file, form, limits.recordLength()));
            List<String> names = new ArrayList<>();
            FileHeader header = header(reader, form, before.isPresent(), names);
            if (header.type().isPresent()) {
                return header;
            }
            long nearness = detection.nearness(names);
            if (nearness > most) {
                most = nearness;
                nearest = header;
            }
        }
        return Objects.requireNonNull(nearest);
    }

    private FileHeader header(RecordReader reader, RecordForm form, boolean afterSeparatorLine, List<String> names) {
        try {
            if (!reader.next()) {
                return unreadable(
                        reader,
                        form,
                        afterSeparatorLine,
                        Violation.ofFile(ViolationCode.FILE_EMPTY, "The file is empty. Send a header and rows."));
            }
        } catch (UnreadableRecordException | CSVException e) {
            return unreadable(reader, form, afterSeparatorLine, UnreadableRecord.explain(e, 0, reader.line(), file));
        }
        names.addAll(Arrays.asList(reader.cells()).subList(0, reader.width()));
        List<Violation> violations =
                names.size() > limits.columns() ? List.of(tooWide(reader)) : detection.explain(names, reader.line());
        return new FileHeader(reader, form, afterSeparatorLine, detection.detect(names), violations);
    }

    private static FileHeader unreadable(
            RecordReader reader, RecordForm form, boolean afterSeparatorLine, Violation violation) {
        return new FileHeader(reader, form, afterSeparatorLine, Optional.empty(), List.of(violation));
    }

    private Violation tooWide(RecordReader reader) {
        return Violation.ofRow(
                0,
                reader.line(),
                ViolationCode.FILE_TOO_MANY_COLUMNS,
                "Leave columns away: the header has " + reader.width() + ", and at most " + limits.columns()
                        + " are taken in.");
    }
}
