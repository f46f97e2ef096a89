package io.migrator.exporter.connector;

import java.util.List;

/**
 * Rows between two keys.
 *
 * @param number from 1, in the order of the keys
 * @param after the first row's key is greater; empty for the first block
 * @param upTo the last row's key is this one or smaller; empty for the last block, which has no end
 * @param rows about
 */
public record Block(int number, List<KeyValue> after, List<KeyValue> upTo, long rows) {

    public Block {
        after = List.copyOf(after);
        upTo = List.copyOf(upTo);
    }
}
