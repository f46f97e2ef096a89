package io.migrator.exporter.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.exporter.connector.ConnectionSettings;
import io.migrator.exporter.connector.Connector;
import io.migrator.exporter.connector.Connectors;
import io.migrator.exporter.filetype.ServiceTypes;
import io.migrator.exporter.sample.SampleSource;
import io.migrator.exporter.source.SourceFile;
import io.migrator.exporter.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

    @TempDir
    Path directory;

    private Draft draft(Path description) {
        SourceFile source = SourceFiles.read(description);
        try (Connector connector = Connectors.open(
                new ConnectionSettings(source.connection().url(), "", "", ZoneId.of("Australia/Sydney"), 1_000))) {
            return Draft.of(source, ServiceTypes.all(), connector.discover(), connector, "AU");
        }
    }

    private static SourceFile.Column column(SourceFile source, String type, String column) {
        return source.types().get(type).columns().get(column);
    }

    @Test
    void tablesAndColumnsOfAnOldSystemAreRecognized() throws IOException, SQLException {
        SampleSource.write(directory, new SampleSource.Service("http://localhost:1", "ann", directory));

        Draft draft = draft(directory.resolve("crm.yaml"));

        SourceFile drafted = SourceFiles.read(Files.writeString(directory.resolve("draft.yaml"), draft.yaml()));
        SourceFile meant = SourceFiles.read(directory.resolve("crm-mapped.yaml"));
        assertThat(drafted.types()).as(draft.yaml()).hasSameSizeAs(meant.types());
        meant.types().forEach((name, type) -> {
            assertThat(drafted.types().get(name).table()).as(name).isEqualTo(type.table());
            assertThat(drafted.types().get(name).key()).as(name).isEqualTo(type.key());
            type.columns().forEach((column, mapped) -> assertThat(column(drafted, name, column))
                    .as(name + "." + column + "\n" + draft.yaml())
                    .isNotNull()
                    .satisfies(guess -> assertThat(mapped.from()).containsAll(guess.from())));
        });
        assertThat(draft.open()).isEmpty();
    }

    @Test
    void stepsFollowFromTypesAndFirstRows() throws IOException, SQLException {
        SampleSource.write(directory, new SampleSource.Service("http://localhost:1", "ann", directory));

        String yaml = draft(directory.resolve("crm.yaml")).yaml();

        SourceFile drafted = SourceFiles.read(Files.writeString(directory.resolve("draft.yaml"), yaml));
        assertThat(column(drafted, "CUSTOMER_DETAILS", "DATE_OF_BIRTH").steps()).contains(Map.of("date", "dd/MM/yyyy"));
        assertThat(column(drafted, "CUSTOMER_DETAILS", "WEEKLY_SPEND_LIMIT_CENTS")
                        .steps())
                .containsExactly(Map.of("minorUnits", 2L));
        assertThat(column(drafted, "CUSTOMER_DETAILS", "MOBILE").steps()).contains(Map.of("phone", "AU"));
        assertThat(column(drafted, "CUSTOMER_DETAILS", "ACCOUNT_STATUS").steps())
                .containsExactly(
                        Map.of("lookup", Map.of("values", Map.of("A", "ACTIVE", "L", "LOCKED", "D", "DEACTIVATED"))));
        assertThat(column(drafted, "COMMUNICATION_PREFERENCES", "OPTED_IN").steps())
                .containsExactly(Map.of("boolean", Map.of("yes", List.of("Y"), "no", List.of("N"))));
        assertThat(yaml)
                .contains("Nothing guessed for Z") // a code that stands for nothing
                .doesNotContain("Ashdown"); // what customers are is no code
    }

    @Test
    void whatLooksLikeNothingIsLeftOpen() throws IOException {
        Path csv = Files.createDirectories(directory.resolve("csv"));
        Files.writeString(csv.resolve("customers.csv"), "id,first_name,dob\n1,Ada,1980-02-29\n");
        Files.writeString(csv.resolve("stock.csv"), "article,shelf\n1,2\n");
        Path description = Files.writeString(directory.resolve("csv.yaml"), """
                source: csv
                connection:
                  url: folder:%s
                service:
                  url: http://localhost:1
                  user: ann
                  password: ${env:NONE}
                """.formatted(csv));

        Draft draft = draft(description);

        assertThat(draft.open()).containsExactly("CUSTOMER_DETAILS.LAST_NAME", "CUSTOMER_DETAILS.ACCOUNT_STATUS");
        assertThat(draft.yaml())
                .contains("OPEN, every row needs it: LAST_NAME (Family name)")
                .contains("# No table looks like TICKET_HISTORY")
                .doesNotContain("stock");
        SourceFile drafted = SourceFiles.read(Files.writeString(directory.resolve("draft.yaml"), draft.yaml()));
        assertThat(drafted.types()).containsOnlyKeys("CUSTOMER_DETAILS");
        assertThat(column(drafted, "CUSTOMER_DETAILS", "DATE_OF_BIRTH").from()).containsExactly("dob");
    }
}
