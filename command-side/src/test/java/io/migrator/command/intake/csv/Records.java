package io.migrator.command.intake.csv;

import io.migrator.command.intake.spool.BrokenBodyException;
import io.migrator.command.intake.spool.ReceivingLimits;
import io.migrator.command.intake.spool.SpoolFolder;
import io.migrator.command.intake.spool.SpooledFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVException;

/** The records of a text, read the way a file's are. */
final class Records {

    private static final int LONGEST = 1024 * 1024;

    private Records() {}

    static List<List<String>> read(Path folder, byte[] text, RecordForm form)
            throws BrokenBodyException, UnreadableRecordException, CSVException {
        try (SpooledFile file = new SpoolFolder(folder).newFile()) {
            file.receive(new ByteArrayInputStream(text), new ReceivingLimits(LONGEST, 200), StandardCharsets.UTF_8);
            if (file.received().refusal().isPresent()) {
                throw new IllegalArgumentException(
                        file.received().refusal().get().code().name());
            }
            List<List<String>> records = new ArrayList<>();
            try (RecordReader reader = new RecordReader(file, form, LONGEST)) {
                while (reader.next()) {
                    records.add(List.copyOf(Arrays.asList(reader.cells()).subList(0, reader.width())));
                }
            }
            return records;
        }
    }
}
