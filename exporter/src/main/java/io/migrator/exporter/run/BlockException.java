package io.migrator.exporter.run;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.connector.KeyValue;
import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.service.ServiceException;
import java.util.List;
import java.util.stream.Collectors;

/** A block could not be read or sent; the message names the block, its keys and how far it was. */
final class BlockException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isPassing;

    /**
     * @param read rows of the block before it
     * @param externalId of the last of them
     */
    BlockException(String fileType, Block block, long read, String externalId, RuntimeException fault) {
        super(
                fileType + " block " + block.number() + " (" + keys(block) + ")" + far(read, externalId) + ": "
                        + Reasons.of(fault),
                fault);
        this.isPassing = fault instanceof SourceException source && source.isPassing()
                || fault instanceof ServiceException service && service.isPassing();
    }

    private static String keys(Block block) {
        String after = block.after().isEmpty() ? "from the first key" : "keys after " + text(block.after());
        return block.upTo().isEmpty() ? after + " on" : after + " up to " + text(block.upTo());
    }

    private static String text(List<KeyValue> key) {
        return key.stream().map(KeyValue::text).collect(Collectors.joining(", "));
    }

    private static String far(long read, String externalId) {
        return read == 0 ? "" : ", after " + read + " rows, the last with the external id '" + externalId + "'";
    }

    /** Whether the same may work a little later. */
    boolean isPassing() {
        return isPassing;
    }
}
