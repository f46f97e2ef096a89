package io.migrator.query.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.CsvDialect;
import io.migrator.api.event.RowOutcome;
import io.migrator.embedded.TestServers;
import io.migrator.query.QuerySideApplication;
import io.migrator.query.UploadHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the projections the history of a file of many rows, step by step, and prints what each step costs each projection; then
 * builds them again and reads the file. Arguments: rows (a million), rows of the file before it that warms everything up.
 */
public final class ProjectionLoad {

    private static final List<String> PROJECTIONS = List.of("csv-rows", "file-uploads", "statistics");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 1000;
    private static final String TENANT = "load";

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Costs costs;
    private final int rows;

    private ProjectionLoad(ConfigurableApplicationContext context, int rows) throws IOException {
        this.context = context;
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.costs = new Costs(jdbc);
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300_000;
        try (ConfigurableApplicationContext context = SpringApplication.run(
                QuerySideApplication.class,
                "--server.port=0",
                "--spring.datasource.url=" + TestServers.newDatabase())) {
            context.getBean(JdbcTemplate.class)
                    .execute("alter table domainevententry alter column payload set storage external");
            new ProjectionLoad(context, warmUp).run();
            System.out.println("---- warm");
            ProjectionLoad load = new ProjectionLoad(context, rows);
            load.run();
            load.sizes(rows + warmUp);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        PROJECTIONS.forEach(name -> processor(name).shutDown());
        UploadHistory upload = new UploadHistory(context.getBean(EventStore.class), TENANT);
        step("staged", () -> upload.registered("f.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, rows, CHUNK)
                .staged(new Customers(rows)));
        step("dispatched", () -> {
            upload.started();
            for (int chunk = 0; chunk * CHUNK < rows; chunk++) {
                upload.dispatched(chunk);
            }
        });
        step("answered", () -> {
            PolledAnswers answers = new PolledAnswers(rows);
            for (List<RowOutcome> poll = answers.poll(); !poll.isEmpty(); poll = answers.poll()) {
                upload.answered(poll);
            }
            upload.completed();
        });
        for (String name : PROJECTIONS) {
            costs.of("replay " + name, rows, () -> {
                context.getBean(TransactionTemplate.class)
                        .executeWithoutResult(transaction -> processor(name).resetTokens());
                catchUp(name);
            });
        }
        for (String query : List.of("", "", "?rows=success", "?rows=error")) {
            costs.of("download " + query, rows, () -> download(upload, query));
        }
    }

    private void step(String name, Costs.Work events) throws Exception {
        costs.of(name + ": stored", rows, events);
        for (String projection : PROJECTIONS) {
            costs.of(name + ": " + projection, rows, () -> catchUp(projection));
        }
    }

    /** Until the projection's stored positions say that it has caught up. */
    private void catchUp(String name) throws IOException, InterruptedException {
        StreamingEventProcessor processor = processor(name);
        processor.start();
        while (isBehind(name)) {
            Thread.sleep(20);
        }
        processor.shutDown();
    }

    private boolean isBehind(String name) throws IOException, InterruptedException {
        for (JsonNode projection : JSON.readTree(get("/projections").body())) {
            if (projection.get("name").asText().equals(name)) {
                return projection.get("lag").asLong() > 0;
            }
        }
        throw new IllegalStateException("no projection " + name);
    }

    private StreamingEventProcessor processor(String name) {
        return context.getBean(EventProcessingConfiguration.class)
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
    }

    private void download(UploadHistory upload, String query) throws IOException, InterruptedException {
        try (InputStream body = get("/uploads/" + upload.id() + "/file" + query).body()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header(QuerySideApplication.TENANT_HEADER, TENANT)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered by " + answer.statusCode());
        }
        return answer;
    }

    private void sizes(int all) {
        jdbc.execute("vacuum analyze");
        jdbc.query("""
                select c.relname, pg_table_size(c.oid), pg_indexes_size(c.oid), n_tup_ins, n_tup_upd, n_tup_hot_upd
                from pg_class c join pg_stat_user_tables s on s.relid = c.oid
                where pg_total_relation_size(c.oid) > 100000 order by 2 desc""", row -> {
            System.out.println(String.format(
                    "%-20s %7.1f + %6.1f bytes/row   inserted %d updated %d in place %d",
                    row.getString(1),
                    row.getLong(2) / (double) all,
                    row.getLong(3) / (double) all,
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)));
        });
        jdbc.query(
                "select payloadtype, count(*), sum(length(payload)) from domainevententry group by 1 order by 3 desc",
                row -> {
                    System.out.println(String.format(
                            "%-55s %7d events %7.1f bytes/row",
                            row.getString(1), row.getLong(2), row.getLong(3) / (double) all));
                });
    }
}
