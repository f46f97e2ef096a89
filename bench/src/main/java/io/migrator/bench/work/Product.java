package io.migrator.bench.work;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param jar the service's runnable one
 * @param javaOptions that {@code ./migrator} gives it
 */
public record Product(Path jar, List<String> javaOptions) {

    public Product {
        javaOptions = List.copyOf(javaOptions);
    }
}
