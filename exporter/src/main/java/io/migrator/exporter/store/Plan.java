package io.migrator.exporter.store;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import java.util.List;
import java.util.Optional;

/**
 * What is to be read for a file type in a run.
 *
 * @param consistency how far it belongs to one moment
 * @param mapping names the way in which rows are mapped
 * @param state the change column's greatest value
 * @param since from where on it is read; empty when all is
 */
public record Plan(
        String consistency, String mapping, Optional<KeyValue> state, Optional<KeyValue> since, List<Block> blocks) {

    public Plan {
        blocks = List.copyOf(blocks);
    }
}
