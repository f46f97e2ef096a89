package io.migrator.exporter.connector;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderConnectorTest extends ConnectorContract {

    @TempDir
    static Path directory;

    @BeforeAll
    void fill() throws IOException {
        try (Writer file = Files.newBufferedWriter(directory.resolve("people.csv"));
                CSVPrinter printer = new CSVPrinter(file, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            for (Person person : ALL) {
                printer.printRecord(expected(person));
            }
        }
    }

    @Override
    ConnectionSettings settings() {
        return settings("folder:" + directory, "", "");
    }

    @Override
    Optional<ConnectionSettings> withWrongPassword() {
        return Optional.empty();
    }

    /** Everything is text, and nothing is an empty one. */
    @Override
    List<Object> expected(Person person) {
        return Arrays.asList(
                Long.toString(person.id()),
                person.branch(),
                person.name(),
                person.mail() == null ? "" : person.mail(),
                person.balance() == null ? "" : person.balance().toPlainString(),
                person.born().toString(),
                person.changed().toString(),
                Boolean.toString(person.isActive()));
    }

    @Override
    @Nullable
    String changeColumn() {
        return null;
    }

    @Test
    @Override
    void onlyWhatHasChangedSinceIsRead() {
        Extract byChange =
                new Extract("PEOPLE", "people", null, "", List.of("id"), "changed", List.of("id"), Optional.empty());
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.plan(byChange, 100))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    @Override
    void aFilterIsRespectedByPlanAndReading() {
        Extract filtered =
                new Extract("PEOPLE", "people", null, filter(), List.of("id"), null, List.of("id"), Optional.empty());
        try (Connector connector = Connectors.open(settings())) {
            assertThatThrownBy(() -> connector.plan(filtered, 100))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("where");
        }
    }
}
