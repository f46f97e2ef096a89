package io.migrator.faults.installation;

import io.migrator.embedded.KafkaServer;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker as a process: its directory, its port, and the port that its clients are to use. */
final class BrokerMain {

    private static final Logger log = LoggerFactory.getLogger(BrokerMain.class);

    private BrokerMain() {}

    public static void main(String[] arguments) {
        try {
            KafkaServer server = KafkaServer.startDurable(
                    Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        } catch (RuntimeException e) {
            // Threads of a broker that is half there would keep the process; ended, it is started again.
            log.error("The broker does not start", e);
            System.exit(1);
        }
    }
}
