package io.migrator.embedded;

import java.nio.file.Path;

/** A process that holds both servers, for tests that kill it. Ends in order when its input ends. */
final class ServersMain {

    static final String READY = "READY";

    private ServersMain() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        try (PostgresServer postgres =
                        PostgresServer.startDurable(directory.resolve("postgres"), Integer.parseInt(args[1]));
                KafkaServer kafka = KafkaServer.startDurable(directory.resolve("kafka"), Integer.parseInt(args[2]))) {
            postgres.createDatabase("rows");
            kafka.createTopics(3, "rows");
            System.out.println(READY);
            while (System.in.read() != -1) {
                // only the end of the input matters
            }
        }
    }
}
