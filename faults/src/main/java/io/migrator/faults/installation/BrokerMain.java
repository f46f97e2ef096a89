package io.migrator.faults.installation;

import io.migrator.embedded.KafkaServer;
import java.nio.file.Path;

/** The broker as a process: its directory, its port, and the port that its clients are to use. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) {
        KafkaServer server = KafkaServer.startDurable(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
}
