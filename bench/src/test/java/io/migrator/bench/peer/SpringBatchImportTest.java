package io.migrator.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.migrator.embedded.TestServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SpringBatchImportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final HikariDataSource database = PeerDatabase.open(TestServers.newDatabase(), "", "");
    private final SpringBatchImport imports = new SpringBatchImport(database, CLOCK);

    @BeforeEach
    void anEmptyTable() {
        imports.reset();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyRowOfAFileInOrderIsImported() throws Exception {
        SpringBatchImport.Imported imported =
                imports.run(CustomerFiles.write(directory.resolve("a.csv"), CustomerFiles.rows(5_000)));

        assertThat(imported).isEqualTo(new SpringBatchImport.Imported(5_000, 5_000, 0));
        assertThat(count()).isEqualTo(5_000);
    }

    @Test
    void valuesArriveWithTheirTypesAndEmptyCellsAsNull() throws Exception {
        imports.run(CustomerFiles.write(directory.resolve("a.csv"), CustomerFiles.rows(1)));

        assertThat(new JdbcTemplate(database).queryForList("""
                select external_id || '|' || title || '|' || first_name || '|' || last_name || '|' || (date_of_birth + 1)
                    || '|' || email || '|' || mobile || '|' || address_line_1 || '|' || (address_line_2 is null)
                    || '|' || suburb || '|' || state || '|' || postcode || '|' || country || '|' || account_status
                    || '|' || extract(epoch from registered_at)::bigint || '|' || (not email_verified) || '|' || locale
                    || '|' || (self_excluded_until is null) || '|' || (weekly_spend_limit_cents + 1)
                from imported_customers""", String.class))
                .containsExactly("C-1|Ms|Zoë|O'Neil, \"Z\"|1980-03-01|zoe.1@example.com|+61412345678|1 Harbour St|true"
                        + "|Manly|NSW|2095|AU|ACTIVE|1304479260|false|en-AU|true|18801");
    }

    @ParameterizedTest
    @CsvSource({
        "C-2, ''",
        "Ms, Lord",
        "Zoë, ''",
        "1980-02-29, 1981-02-29",
        "1980-02-29, 1899-12-31",
        "1980-02-29, 2008-06-16",
        "1980-02-29, ''",
        "zoe.2@example.com, zoe.example.com",
        "+61412345678, 0412345678",
        "2095, 95",
        "AU, XX",
        "AU, ''",
        "ACTIVE, GONE",
        "ACTIVE, ''",
        "2011-05-04T03:21:00Z, 2011-05-04",
        "2011-05-04T03:21:00Z, 2026-06-15T12:00:01Z",
        "true, yes",
        "en-AU, en_AU",
        "18800, -1",
        "18800, 188.00"
    })
    void aRowThatBreaksARuleIsLeftOutAndCounted(String text, String replacement) throws Exception {
        String bad = CustomerFiles.row(2).replace(text, replacement);

        SpringBatchImport.Imported imported = imports.run(CustomerFiles.write(
                directory.resolve("a.csv"), List.of(CustomerFiles.row(1), bad, CustomerFiles.row(3))));

        assertThat(imported).isEqualTo(new SpringBatchImport.Imported(3, 2, 1));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void somebodyWhoComesOfAgeTodayIsImported() throws Exception {
        String row = CustomerFiles.row(1).replace("1980-02-29", "2008-06-15");

        imports.run(CustomerFiles.write(directory.resolve("a.csv"), List.of(row)));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRowWithoutAnyWayToReachTheCustomerIsLeftOut() throws Exception {
        String row = CustomerFiles.row(1).replace("zoe.1@example.com,+61412345678", ",");

        assertThat(imports.run(CustomerFiles.write(directory.resolve("a.csv"), List.of(row)))
                        .refused())
                .isEqualTo(1);
    }

    @Test
    void aKeyThatIsThereTwiceFailsTheJob() throws Exception {
        Path file =
                CustomerFiles.write(directory.resolve("a.csv"), List.of(CustomerFiles.row(1), CustomerFiles.row(1)));

        assertThatThrownBy(() -> imports.run(file)).isInstanceOf(IllegalStateException.class);
        assertThat(count()).isZero();
    }

    private Integer count() {
        return new JdbcTemplate(database).queryForObject("select count(*) from imported_customers", Integer.class);
    }
}
