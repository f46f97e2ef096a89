package io.migrator.bench.host;

import io.migrator.api.wire.NativeLz4;
import io.migrator.embedded.FreePort;
import io.migrator.embedded.KafkaServer;
import io.migrator.embedded.PostgresServer;
import io.migrator.embedded.ServerLoggers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process behind {@link HostProcess}: starts a PostgreSQL and a broker with the same settings as the service's embedded
 * ones, then does the jobs that it reads from its input, one a line, until the input ends.
 */
public final class HostMain {

    static final String READY = "ready";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String SEPARATOR = "\t";

    private static final Logger log = LoggerFactory.getLogger(HostMain.class);
    private static final String DATABASE = "host";

    private HostMain() {}

    /** @param arguments the directory for the servers' data */
    public static void main(String[] arguments) throws Exception {
        ServerLoggers.quieten();
        NativeLz4.load(); // as the service and the target do
        Path directory = Path.of(arguments[0]);
        PostgresServer postgres = PostgresServer.startDurable(directory.resolve("postgres"), FreePort.find());
        // Whoever breaks the bench off leaves no server running.
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "close-postgres"));
        KafkaServer kafka = KafkaServer.startDurable(directory.resolve("kafka"), FreePort.find());
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "close-kafka"));
        postgres.createDatabase(DATABASE);
        Servers servers =
                new Servers(postgres.url(DATABASE), postgres.user(), postgres.password(), kafka.bootstrapServers());
        try (Jobs jobs = new Jobs(servers, kafka, Clock.systemUTC())) {
            say(
                    System.out,
                    READY,
                    servers.databaseUrl(),
                    servers.user(),
                    servers.password(),
                    servers.bootstrapServers());
            listen(jobs, System.out);
        }
        // Clients' threads must not keep the process.
        System.exit(0);
    }

    private static void listen(Jobs jobs, PrintStream out) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(SEPARATOR, -1);
            long begun = System.nanoTime();
            try {
                jobs.run(words[0], Arrays.asList(words).subList(1, words.length));
                say(out, DONE, Long.toString(System.nanoTime() - begun));
            } catch (Exception e) { // whatever a peer throws is for the bench to tell
                log.error("the job {} failed", words[0], e);
                say(out, FAILED, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
            }
        }
    }

    private static void say(PrintStream out, String... words) {
        out.println(String.join(SEPARATOR, words));
        out.flush();
    }
}
