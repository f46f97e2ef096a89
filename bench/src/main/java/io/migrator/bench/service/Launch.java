package io.migrator.bench.service;

import io.migrator.bench.host.Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the service is started.
 *
 * @param jar the product's
 * @param javaOptions for java
 * @param data the service's data directory
 * @param log what it says
 * @param arguments {@code --key=value}
 */
public record Launch(Path jar, List<String> javaOptions, Path data, Path log, List<String> arguments) {

    public Launch {
        javaOptions = List.copyOf(javaOptions);
        arguments = List.copyOf(arguments);
    }

    /** The same with this setting. */
    public Launch with(String key, Object value) {
        List<String> more = new ArrayList<>(arguments);
        more.add("--" + key + "=" + value);
        return new Launch(jar, javaOptions, data, log, more);
    }

    /** The same with this option for java. */
    public Launch withJavaOption(String option) {
        List<String> more = new ArrayList<>(javaOptions);
        more.add(option);
        return new Launch(jar, more, data, log, arguments);
    }

    /** The same with servers that run elsewhere instead of embedded ones. */
    public Launch on(Servers servers) {
        return with("spring.datasource.url", servers.databaseUrl())
                .with("spring.datasource.username", servers.user())
                .with("spring.datasource.password", servers.password())
                .with("spring.kafka.bootstrap-servers", servers.bootstrapServers());
    }
}
