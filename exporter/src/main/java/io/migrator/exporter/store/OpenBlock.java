package io.migrator.exporter.store;

import java.util.List;

/**
 * A block that was begun and is not finished; the next run takes it up, and what it has sent is not sent twice.
 *
 * @param attempts so far
 * @param failure of the last one; empty when its process died
 * @param uploads that the service may have of it; of those that were never answered, the keys
 */
public record OpenBlock(String fileType, int block, int attempts, String failure, List<String> uploads) {

    public OpenBlock {
        uploads = List.copyOf(uploads);
    }
}
