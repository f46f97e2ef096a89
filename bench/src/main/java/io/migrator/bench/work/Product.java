package io.migrator.bench.work;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param jar the service's runnable one
 * @param exporter the exporter's runnable jar
 * @param javaOptions that {@code ./migrator} gives both
 * @param exporterOptions that it gives the exporter after them
 */
public record Product(Path jar, Path exporter, List<String> javaOptions, List<String> exporterOptions) {

    public Product {
        javaOptions = List.copyOf(javaOptions);
        exporterOptions = List.copyOf(exporterOptions);
    }
}
