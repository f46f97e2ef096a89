package io.migrator.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.RecordParser;
import io.migrator.api.filetypes.RowValidator;
import io.migrator.api.filetypes.rules.UploadMoment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerFilesTest {

    private final FileTypeSpec type = FileTypes.load().get("CUSTOMER_DETAILS");

    @TempDir
    private Path directory;

    @Test
    void every_row_of_a_valid_file_is_valid() throws IOException {
        CustomerFile file = new CustomerFiles(directory).valid(3_000);

        assertThat(records(file.path())).hasSize(3_000);
        assertThat(rowsWithViolations(file.path())).isEmpty();
    }

    @Test
    void one_row_of_a_hundred_has_a_mistake_where_mistakes_are_wanted() throws IOException {
        CustomerFile file = new CustomerFiles(directory).withMistakes(1_000);

        assertThat(rowsWithViolations(file.path())).containsExactly(100, 200, 300, 400, 500, 600, 700, 800, 900, 1000);
    }

    @Test
    void no_customer_comes_twice() throws IOException {
        CustomerFiles files = new CustomerFiles(directory);
        List<String> keys = new ArrayList<>();
        List<String> mailboxes = new ArrayList<>();
        for (CustomerFile file : List.of(files.valid(500), files.valid(500))) {
            for (CSVRecord row : records(file.path())) {
                keys.add(row.get("EXTERNAL_ID"));
                mailboxes.add(row.get("EMAIL"));
            }
        }

        assertThat(keys).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(mailboxes).doesNotHaveDuplicates();
    }

    @Test
    void the_same_is_made_every_time() throws IOException {
        CustomerFile one = new CustomerFiles(directory.resolve("one")).valid(200);
        CustomerFile other = new CustomerFiles(directory.resolve("other")).valid(200);

        assertThat(one.path()).hasSameBinaryContentAs(other.path());
        assertThat(one.rowBytes()).isEqualTo(Files.size(one.path()) - CustomerRows.HEADER.length());
    }

    private List<Integer> rowsWithViolations(Path file) throws IOException {
        RowValidator validator =
                new RowValidator(type, 0, new UploadMoment(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
        List<Integer> found = new ArrayList<>();
        int row = 0;
        for (CSVRecord record : records(file)) {
            row++;
            if (!validator.validate(row, row + 1L, record.values()).isEmpty()) {
                found.add(row);
            }
        }
        return found;
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        var format = RecordParser.format(',')
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
