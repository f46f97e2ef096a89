package io.migrator.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The servers' own chatter, hundreds of lines at every start, of which only warnings matter. */
public final class ServerLoggers {

    /** The names of their loggers. */
    public static final List<String> NAMES =
            List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky.test", "org.apache.commons");

    private ServerLoggers() {}

    /** Lets only warnings and errors through, when logging is Logback's; otherwise does nothing. */
    public static void quieten() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            NAMES.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        }
    }
}
