package io.migrator.bench.work;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param jar the service's runnable one
 * @param exporter the exporter's runnable jar
 * @param javaOptions that {@code ./migrator} gives it
 */
public record Product(Path jar, Path exporter, List<String> javaOptions) {

    public Product {
        javaOptions = List.copyOf(javaOptions);
    }
}
