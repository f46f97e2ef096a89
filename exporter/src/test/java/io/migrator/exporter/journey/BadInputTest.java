package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.command.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Sources that are not as they should be and services that do not answer: each is told with source, block and key, no value and no
 * password is, and the account says where every row is.
 */
class BadInputTest {

    private static final int ROWS = 30;
    private static final int CLEAN = 0;
    private static final int REFUSALS = 3;
    private static final int UNFINISHED = 4;
    private static final int MISFIT = 5;
    private static final int SOURCE = 6;
    private static final int SERVICE = 7;
    private static final String PASSWORD = "hunter2-of-the-source";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private StandInService service;
    private String database;

    @BeforeEach
    void fillTheSource() throws IOException, SQLException {
        service = new StandInService();
        database = "jdbc:sqlite:" + directory.resolve("old.db");
        sql("create table client (id integer, name text, born text, state text, weekly integer, photo blob)");
        for (int n = 1; n <= ROWS; n++) {
            sql("insert into client values (" + (100 + n) + ", 'Ada-Value', '1980-02-29', 'ACTIVE', 12, null)");
        }
        Files.writeString(directory.resolve("password"), PASSWORD);
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    private Path description(String connection, String table, String more) throws IOException {
        return Files.writeString(directory.resolve("old.yaml"), """
                source: old-crm
                connection: {%s}
                service: {url: '%s', user: ann, password: '${file:%s}'}
                types:
                  CUSTOMER_DETAILS:
                    table: %s
                    key: id
                    columns:
                      EXTERNAL_ID: id
                      FIRST_NAME: name
                      LAST_NAME: {constant: Client}
                      DATE_OF_BIRTH: born
                      ACCOUNT_STATUS: state
                      %s
                """.formatted(
                        connection, service.url(), directory.resolve("password"), table, more));
    }

    private Path sound() throws IOException {
        return description(
                "url: '" + database + "'", "client", "WEEKLY_SPEND_LIMIT_CENTS: {from: weekly, then: [minorUnits: 2]}");
    }

    /** Blocks of ten rows, parts of five, one worker, no patience. */
    private int run(Path description) {
        int code = exporter(
                "run",
                description.toString(),
                "--store",
                directory.resolve("store").toString(),
                "--workers",
                "1",
                "--rows-per-block",
                "10",
                "--rows-per-part",
                "5",
                "--patience",
                "PT0S");
        assertThat(out + "" + err).doesNotContain(PASSWORD, "Ada-Value");
        return code;
    }

    private int exporter(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = CommandLines.main();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    /** The account, which has to balance: of what is finished, and of what is open. */
    private JsonNode report() throws IOException {
        exporter(
                "report",
                "--json",
                directory.resolve("old.yaml").toString(),
                "--store",
                directory.resolve("store").toString());
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("imbalances")).isEmpty();
        JsonNode figures = report.path("types").path(0);
        assertThat(of(figures, "unchanged") + of(figures, "unmapped") + of(figures, "sent"))
                .isEqualTo(of(figures, "read"));
        assertThat(of(figures, "refused") + of(figures, "accepted")).isEqualTo(of(figures, "sent"));
        long open = 0;
        for (JsonNode upload : report.path("openBlocks").findValues("uploads").stream()
                .flatMap(uploads -> StreamSupport.stream(uploads.spliterator(), false))
                .toList()) {
            open += service.rows(upload.asText());
        }
        assertThat(of(figures, "accepted") + open)
                .as("rows that the service has")
                .isEqualTo(service.rows());
        return report;
    }

    private static long of(JsonNode figures, String name) {
        return figures.path(name).asLong();
    }

    @Test
    void whatIsSoundGoesThrough() throws IOException {
        assertThat(run(sound())).as(err::toString).isEqualTo(CLEAN);
        assertThat(of(report().path("types").path(0), "accepted")).isEqualTo(ROWS);
    }

    @Test
    void aWrongPasswordIsTold() throws IOException, SQLException {
        String closed = "jdbc:h2:file:" + directory.resolve("closed");
        try (Connection connection = DriverManager.getConnection(closed, "reader", "right")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        Path description = description(
                "url: '" + closed + "', user: reader, password: '${file:" + directory.resolve("password") + "}'",
                "client",
                "");
        assertThat(exporter("check", description.toString())).isEqualTo(SOURCE);
        assertThat(err.toString())
                .startsWith("old-crm: connecting to jdbc:h2:file:")
                .contains("user or password is refused")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aHostThatCannotBeReachedIsTold() throws IOException {
        Path description = description(
                "url: 'jdbc:postgresql://127.0.0.1:1/old?password=" + PASSWORD + "', user: reader", "client", "");
        assertThat(exporter("check", description.toString())).isEqualTo(SOURCE);
        assertThat(err.toString())
                .startsWith("old-crm: connecting to jdbc:postgresql://127.0.0.1:1/old failed")
                .contains("look at address, port and firewall")
                .doesNotContain(PASSWORD);
    }

    @Test
    void whatIsMissingIsNamedBeforeARowIsRead() throws IOException {
        assertThat(run(description("url: '" + database + "'", "clients", ""))).isEqualTo(MISFIT);
        assertThat(err.toString()).contains("old-crm: CUSTOMER_DETAILS: there is no table clients");

        assertThat(run(description("url: '" + database + "'", "client", "MOBILE: fon")))
                .isEqualTo(MISFIT);
        assertThat(err.toString())
                .contains("old-crm: CUSTOMER_DETAILS: client has no column fon; it has id, name, born");

        assertThat(run(description("url: '" + database + "'", "client", "MOBILE: photo")))
                .isEqualTo(MISFIT);
        assertThat(err.toString())
                .contains("old-crm: CUSTOMER_DETAILS.MOBILE: photo is of type blob, which no cell can hold");
        assertThat(service.accepted()).isEmpty();
    }

    @Test
    void rowsWithoutAKeyAreCounted() throws IOException, SQLException {
        sql("update client set id = null where id in (107, 121)");
        assertThat(run(sound())).isEqualTo(UNFINISHED);
        assertThat(err.toString()).contains("old-crm: client has 2 rows without a key (id is NULL)");
        assertThat(service.accepted()).isEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsTakenOnce() throws IOException, SQLException {
        sql("update client set id = 110 where id = 111");
        assertThat(run(sound())).isEqualTo(REFUSALS);
        JsonNode report = report();
        assertThat(report.path("refusals")).hasSize(1);
        assertThat(report.path("refusals").path(0).path("externalId").asText()).isEqualTo("110");
        assertThat(report.path("refusals").path(0).path("code").asText()).isEqualTo("DUPLICATE_KEY");
        assertThat(of(report.path("types").path(0), "accepted")).isEqualTo(ROWS - 1);
    }

    @Test
    void aColumnThatChangesItsTypeRefusesTheRowsThatDo() throws IOException, SQLException {
        sql("update client set weekly = 'Ada-Value' where id in (116, 117)");
        assertThat(run(sound())).as(err::toString).isEqualTo(REFUSALS);
        JsonNode report = report();
        assertThat(report.path("refusals"))
                .extracting(row -> row.path("externalId").asText() + " "
                        + row.path("column").asText() + " " + row.path("code").asText())
                .containsExactly("116 WEEKLY_SPEND_LIMIT_CENTS NOT_MAPPED", "117 WEEKLY_SPEND_LIMIT_CENTS NOT_MAPPED");
        assertThat(of(report.path("types").path(0), "accepted")).isEqualTo(ROWS - 2);
    }

    @Test
    void bytesAmongTextsStopTheirBlockAlone() throws IOException, SQLException {
        sql("update client set name = x'ff00fe' where id = 115");
        assertThat(run(sound())).isEqualTo(UNFINISHED);
        assertThat(err.toString())
                .contains(
                        "old-crm: CUSTOMER_DETAILS block 2 (keys after 110 up to 120), after 4 rows, the last with the "
                                + "external id '114'")
                .contains("a value cannot be read");
        JsonNode report = report();
        assertThat(report.path("openBlocks")).hasSize(1);
        assertThat(of(report.path("types").path(0), "accepted")).isEqualTo(ROWS - 10);

        sql("update client set name = 'Ada-Value' where id = 115");
        assertThat(run(sound())).as(err::toString).isEqualTo(CLEAN);
        assertThat(of(report().path("types").path(0), "accepted")).isEqualTo(ROWS);
    }

    @Test
    void anotherEncodingIsToldWithItsFile() throws IOException {
        Path csv = Files.createDirectories(directory.resolve("csv"));
        Files.write(
                csv.resolve("client.csv"),
                "id,name,born,state\r\n1,Zoë,1980-02-29,ACTIVE\r\n".getBytes(StandardCharsets.ISO_8859_1));
        Path description = description("url: 'folder:" + csv + "'", "client", "");
        assertThat(run(description)).isNotEqualTo(CLEAN);
        assertThat(err.toString()).contains("old-crm: ", "client.csv cannot be read as CSV in UTF-8");
        assertThat(service.accepted()).isEmpty();
    }

    @Test
    void rowsThatTheServiceRefusesAreTakenOutAndNamed() throws IOException {
        service.uploads((exchange, of, csv) -> {
            if (csv.contains("\n103,")) {
                service.refuse(
                        exchange,
                        of,
                        "{\"row\":3,\"column\":\"FIRST_NAME\",\"code\":\"CELL_LENGTH\","
                                + "\"message\":\"not Ada-Value\"}");
            } else {
                service.accept(exchange, of, csv);
            }
        });
        assertThat(run(sound())).as(err::toString).isEqualTo(REFUSALS);
        assertThat(out.toString()).contains("103 refused by the service: FIRST_NAME CELL_LENGTH");
        JsonNode report = report();
        assertThat(of(report.path("types").path(0), "refused")).isEqualTo(1);
        assertThat(of(report.path("types").path(0), "accepted")).isEqualTo(ROWS - 1);
    }

    @Test
    void aFileThatTheServiceRefusesAsAWholeIsLeft() throws IOException {
        service.uploads((exchange, of, csv) -> service.refuse(
                exchange, of, "{\"row\":0,\"code\":\"FILE_HEADER_UNKNOWN\",\"message\":\"not Ada-Value\"}"));
        assertThat(run(sound())).isEqualTo(UNFINISHED);
        assertThat(err.toString())
                .contains("old-crm: CUSTOMER_DETAILS block 1", "refuses the whole upload", "FILE_HEADER_UNKNOWN");
        assertThat(report().path("openBlocks")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "nothing", "half an answer"})
    void aServiceThatIsAwayInTheMiddleLosesNothing(String how) throws IOException {
        service.uploads((exchange, of, csv) -> {
            if (!csv.contains("\n116,")) {
                service.accept(exchange, of, csv);
            } else if (how.equals("503")) {
                StandInService.send(exchange, 503, "{}");
            } else {
                if (how.startsWith("half")) {
                    exchange.sendResponseHeaders(201, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                }
                exchange.close();
            }
        });
        assertThat(run(sound())).as(err::toString).isEqualTo(UNFINISHED);
        assertThat(err.toString())
                .contains("old-crm: CUSTOMER_DETAILS block 2 (keys after 110 up to 120)")
                .contains(how.equals("503") ? "the service answers 503" : "does not answer");
        JsonNode open = report().path("openBlocks");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("uploads"))
                .hasSize(2); // the part that was accepted, and the one that may have been

        service.uploads(service::accept);
        assertThat(run(sound())).as(err::toString).isEqualTo(CLEAN);
        assertThat(of(report().path("types").path(0), "accepted")).isEqualTo(ROWS);
    }

    @Test
    void aServiceThatIsNotThereIsTold() throws IOException {
        Path description = sound();
        service.close();
        assertThat(run(description)).isEqualTo(SERVICE);
        assertThat(err.toString())
                .contains("old-crm: asking for file-types: the service at http://127.0.0.1:", "does not answer");
    }
}
