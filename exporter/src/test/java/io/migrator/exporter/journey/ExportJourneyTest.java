package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.embedded.TestServers;
import io.migrator.exporter.command.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From a database of another system to customers in the target, once and again. */
class ExportJourneyTest {

    private static final int CUSTOMERS = 3_000;
    private static final int TOO_YOUNG = 5;
    private static final int UNKNOWN_STATUS = 3;
    private static final int CLEAN = 0;
    private static final int REFUSALS = 3;

    private final RunningService service = RunningService.get();
    private final String source = TestServers.newDatabase();

    @TempDir
    Path directory;

    private Path file;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fillTheSource() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(source)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table client (id int primary key, name text, born date, mail text, phone text, "
                                + "state char(1), weekly decimal(10, 2), since timestamp)");
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into client values (?, ?, ?::date, ?, ?, ?, ?, '2020-01-01 10:00')")) {
                for (int n = 1; n <= CUSTOMERS; n++) {
                    insert.setInt(1, n);
                    insert.setString(2, "ZOË O'NEIL");
                    insert.setString(3, n <= TOO_YOUNG ? "2025-01-01" : "1980-02-29");
                    insert.setString(4, " Client" + n + "@Example.org ");
                    insert.setString(5, "0412 345 678");
                    insert.setString(6, n > CUSTOMERS - UNKNOWN_STATUS ? "?" : "A");
                    insert.setBigDecimal(7, new java.math.BigDecimal("12.50"));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        Path secret = Files.writeString(directory.resolve("password"), "ann\n");
        file = Files.writeString(
                directory.resolve("legacy.yaml"), """
                source: legacy
                connection:
                  url: %s
                service:
                  url: %s
                  user: ann
                  password: ${file:%s}
                zone: Australia/Sydney
                types:
                  CUSTOMER_DETAILS:
                    table: client
                    key: id
                    columns:
                      EXTERNAL_ID: {from: id, then: [hash: %s]}
                      FIRST_NAME: {from: name, then: [split: {by: ' ', part: 1}, case: title]}
                      LAST_NAME: {from: name, then: [split: {by: ' ', part: 2}, case: title]}
                      DATE_OF_BIRTH: born
                      EMAIL: {from: mail, then: [trim: true, case: lower]}
                      MOBILE: {from: phone, then: [phone: AU]}
                      ACCOUNT_STATUS: {from: state, then: [lookup: {values: {A: ACTIVE}}]}
                      REGISTERED_AT: since
                      WEEKLY_SPEND_LIMIT_CENTS: {from: weekly, then: [minorUnits: 2]}
                """.formatted(source, service.url(), secret, ownName()));
    }

    /** Of this test alone, and without digits: so many in a row may be the number of a card, which the service refuses. */
    private String ownName() {
        return directory
                .getFileName()
                .toString()
                .chars()
                .mapToObj(letter -> Character.toString(Character.isDigit(letter) ? letter - '0' + 'a' : letter))
                .collect(java.util.stream.Collectors.joining());
    }

    private int exporter(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = CommandLines.main();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 8];
        String[] fixed = {
            "run", file.toString(), "--store", store(), "--rows-per-block", "700", "--rows-per-part", "400"
        };
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return exporter(arguments);
    }

    @Test
    void whatFitsIsFoundFit() {
        assertThat(exporter("check", file.toString())).as(err::toString).isEqualTo(CLEAN);
        assertThat(out.toString()).contains("PostgreSQL", "tenant acme", "CUSTOMER_DETAILS");
    }

    @Test
    void everyRowIsAccountedForOnceAndAgain() throws SQLException {
        assertThat(run("--migrate")).as(() -> err + "\n" + out).isEqualTo(REFUSALS);
        assertThat(figures()).containsExactly("5/5", "3,000", "0", "3", "2,997", "5", "2,992", "2,992", "0");
        assertThat(out.toString()).contains("DATE_OF_BIRTH", "NOT_MAPPED").doesNotContain("DOES NOT ADD UP");

        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("update client set mail = replace(mail, 'Client', 'New') where id % 100 = 50");
            statement.execute("update client set born = '1990-01-01' where born > '2020-01-01'");
            statement.execute("update client set state = 'A'");
        }
        assertThat(run("--migrate")).as(() -> err + "\n" + out).isEqualTo(CLEAN);
        assertThat(figures()).containsExactly("5/5", "3,000", "2,962", "0", "38", "0", "38", "38", "0");
    }

    @Test
    void whatIsGoneIsNamedAndAllIsSentAgainWhenAsked() throws SQLException {
        assertThat(run()).as(() -> err + "\n" + out).isEqualTo(REFUSALS);
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from client where id in (1000, 2000)");
        }

        assertThat(run()).as(() -> err + "\n" + out).isEqualTo(REFUSALS);
        assertThat(figures()).containsExactly("5/5", "2,998", "2,990", "3", "5", "5", "0", "0", "0");
        assertThat(exporter("report", file.toString(), "--store", store())).isEqualTo(REFUSALS);
        assertThat(out.toString().lines().filter(line -> line.contains("is not in the source any more")))
                .hasSize(2);

        assertThat(run("--all")).as(() -> err + "\n" + out).isEqualTo(REFUSALS);
        assertThat(figures()).containsExactly("5/5", "2,998", "0", "3", "2,995", "5", "2,990", "0", "0");
    }

    private String store() {
        return directory.resolve("store").toString();
    }

    private java.util.List<String> figures() {
        String line = out.toString()
                .lines()
                .filter(text -> text.startsWith("CUSTOMER_DETAILS  "))
                .findFirst()
                .orElseThrow();
        return java.util.List.of(line.strip().split("\\s+")).subList(1, 10);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeARowIsRead() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("DATE_OF_BIRTH: born", "DATE_OF_BIRT: born")
                        .replace("REGISTERED_AT: since", "REGISTERED_AT: weekly"));
        assertThat(run()).isEqualTo(5);
        assertThat(err.toString())
                .contains("has no column DATE_OF_BIRT;")
                .contains("CUSTOMER_DETAILS.DATE_OF_BIRTH: every row needs it")
                .contains("CUSTOMER_DETAILS.REGISTERED_AT: weekly is of type numeric");
    }
}
