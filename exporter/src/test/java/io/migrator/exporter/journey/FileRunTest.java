package io.migrator.exporter.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Parts that are written instead of sent: the same bytes, and no other run knows of it. */
class FileRunTest {

    private static final int ROWS = 45;
    private static final int CLEAN = 0;
    private static final int USAGE = 2;
    private static final int REFUSALS = 3;
    private static final int MISFIT = 5;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    private StandInService service;
    private Path description;

    @BeforeEach
    void fillTheSource() throws IOException, SQLException {
        service = new StandInService();
        String database = "jdbc:h2:file:" + directory.resolve("old");
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                PreparedStatement insert = prepared(connection, statement)) {
            for (int n = ROWS; n >= 1; n--) {
                insert.setInt(1, n);
                insert.setInt(2, 100 + n);
                insert.setString(3, n % 7 == 0 ? "O'Neil, \"Zoë\"" : "Ada");
                insert.execute();
            }
        }
        Files.writeString(directory.resolve("password"), "ann");
        description = Files.writeString(
                directory.resolve("old.yaml"), """
                source: old-crm
                connection: {url: '%s'}
                service: {url: '%s', user: ann, password: '${file:%s}'}
                types:
                  CUSTOMER_DETAILS:
                    table: CLIENT
                    key: ID
                    columns:
                      EXTERNAL_ID: NUMBER
                      FIRST_NAME: {from: NAME, then: [trim: true]}
                      LAST_NAME: {constant: Client}
                      DATE_OF_BIRTH: BORN
                      ACCOUNT_STATUS: {from: STATUS, then: [lookup: {values: {A: ACTIVE}}]}
                """.formatted(database, service.url(), directory.resolve("password")));
    }

    private static PreparedStatement prepared(Connection connection, Statement statement) throws SQLException {
        statement.execute("create table client (id int primary key, number int, name varchar, "
                + "born date default '1980-02-29', status char(1) default 'A')");
        return connection.prepareStatement("insert into client (id, number, name) values (?, ?, ?)");
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    /** Blocks of ten rows, parts of four. */
    private int run(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                description.toString(),
                "--store",
                directory.resolve("store").toString(),
                "--rows-per-block",
                "10",
                "--rows-per-part",
                "4"));
        arguments.addAll(List.of(more));
        CommandLine line = CommandLines.main();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments.toArray(String[]::new));
    }

    private int files(String... more) {
        return run(Stream.concat(Stream.of("--files", written().toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path written() {
        return directory.resolve("written");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("old"));
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> found = Files.list(written())) {
            return found.sorted().toList();
        }
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path part : parts()) {
            contents.add(Files.readString(part));
        }
        return contents;
    }

    @Test
    void thePartsHoldEveryRowOnceInTheOrderOfTheKeyAndAreWhatARunSends() throws IOException {
        assertThat(files("--workers", "3")).as(err::toString).isEqualTo(CLEAN);
        assertThat(out.toString())
                .contains("nothing was sent")
                .containsPattern("took \\d+\\.\\d\\d s, [\\d,]+ rows/s")
                .doesNotContain("DOES NOT ADD UP");
        assertThat(service.accepted()).isEmpty();
        assertThat(parts().stream().map(part -> part.getFileName().toString()))
                .hasSize(14)
                .startsWith("CUSTOMER_DETAILS-00001-1.csv", "CUSTOMER_DETAILS-00001-2.csv");
        assertThat(contents().stream()
                        .flatMap(part -> part.lines().skip(1))
                        .map(row -> Integer.parseInt(row.substring(0, row.indexOf(',')))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(101, 100 + ROWS).boxed().toList());

        assertThat(run("--workers", "1")).as(err::toString).isEqualTo(CLEAN);
        assertThat(service.accepted())
                .as("an ordinary run sends everything all the same")
                .containsExactlyInAnyOrderElementsOf(contents());
    }

    @Test
    void everyRefusalIsTold() throws SQLException, IOException {
        sql("update client set status = 'X' where id = 3");
        sql("update client set number = 101 where id = 45");
        assertThat(files("--workers", "1")).as(err::toString).isEqualTo(REFUSALS);
        assertThat(out.toString())
                .containsPattern("CUSTOMER_DETAILS +5 +45 +2 +43 +13")
                .contains("CUSTOMER_DETAILS 103 refused by the mapping: ACCOUNT_STATUS NOT_MAPPED")
                .contains("CUSTOMER_DETAILS 101 refused by the mapping: EXTERNAL_ID DUPLICATE_KEY");
        assertThat(contents().stream().flatMap(part -> part.lines().skip(1))).hasSize(43);
    }

    @Test
    void whatIsThereIsNotMixedWithWhatIsWritten() throws IOException {
        Files.createDirectories(written());
        Path other = Files.writeString(written().resolve("other.csv"), "mine");
        assertThat(files()).isEqualTo(MISFIT);
        assertThat(err.toString()).contains("is not empty");
        assertThat(parts()).containsExactly(other);
    }

    @Test
    void whatIsNotSentIsNotMigrated() {
        assertThat(files("--migrate")).isEqualTo(USAGE);
        assertThat(written()).doesNotExist();
    }
}
