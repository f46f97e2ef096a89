package io.migrator.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** Server settings, for a small machine that is shared with the service and a broker. */
final class PostgresSettings {

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("timezone", "UTC"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            // The log never holds row content: no statement, no parameter, no detail, no refused value.
            Map.entry("log_statement", "none"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_lock_waits", "off"),
            Map.entry("log_checkpoints", "off"));

    /** Nothing that was committed is lost. The library switches both off unless told otherwise. */
    static final Map<String, String> DURABLE =
            with("max_connections", "100", "fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    /** As fast as it goes; many test contexts, each with a connection pool, share one server. */
    static final Map<String, String> DISPOSABLE =
            with("max_connections", "400", "fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

    private PostgresSettings() {}

    private static Map<String, String> with(String... pairs) {
        Map<String, String> settings = new LinkedHashMap<>(COMMON);
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(settings);
    }
}
