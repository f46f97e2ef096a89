package io.migrator.query.transfer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the blocks of files lie that were asked for in part lately. A client that fetches a file in a hundred parts made it be
 * counted a hundred times before. Safe to use from any thread.
 */
final class KnownOffsets {

    /** Files; each takes eight bytes per block. */
    private static final int REMEMBERED = 100;

    private final Map<String, BlockOffsets> offsets = new LinkedHashMap<>(16, 0.75f, true);

    /** @param version names the content */
    BlockOffsets of(String version, GeneratedFile file) throws IOException {
        BlockOffsets known = find(version);
        if (known == null) {
            known = BlockOffsets.of(file);
            remember(version, known);
        }
        return known;
    }

    private synchronized @Nullable BlockOffsets find(String version) {
        return offsets.get(version);
    }

    private synchronized void remember(String version, BlockOffsets found) {
        offsets.put(version, found);
        if (offsets.size() > REMEMBERED) {
            offsets.remove(offsets.keySet().iterator().next());
        }
    }
}
