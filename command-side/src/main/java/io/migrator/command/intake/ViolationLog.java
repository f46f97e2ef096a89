package io.migrator.command.intake;

import io.migrator.api.filetypes.RowCodec;
import io.migrator.api.filetypes.ViolationChunk;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Collects what is wrong with one file: counts every violation and keeps all of them in the store, in chunks. Not safe for use by
 * several threads.
 */
final class ViolationLog {

    private static final int CHUNKS_AT_ONCE = 16;

    private final ViolationStore store;
    private final RowCodec codec;
    private final String tenant;
    private final UUID uploadId;
    private final Instant expiresAt;
    private final Map<ViolationCode, Long> counts = new EnumMap<>(ViolationCode.class);
    private final List<Violation> open = new ArrayList<>();
    private final List<ViolationStore.Chunk> unwritten = new ArrayList<>();
    private int chunks;
    private long total;

    ViolationLog(ViolationStore store, RowCodec codec, String tenant, UUID uploadId, Instant expiresAt) {
        this.store = store;
        this.codec = codec;
        this.tenant = tenant;
        this.uploadId = uploadId;
        this.expiresAt = expiresAt;
    }

    void add(Violation violation) {
        total++;
        counts.merge(violation.code(), 1L, Long::sum);
        open.add(violation);
        if (open.size() == ViolationChunk.SIZE) {
            seal();
        }
    }

    void addAll(List<Violation> violations) {
        for (Violation violation : violations) {
            add(violation);
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** How many violations there are. */
    long total() {
        return total;
    }

    /** How many there are of each code. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> byName = new TreeMap<>();
        counts.forEach((code, count) -> byName.put(code.name(), count));
        return byName;
    }

    /** Puts what is still at hand into the store. */
    void finish() {
        if (!open.isEmpty()) {
            seal();
        }
        write();
    }

    /** Removes from the store what was put there. */
    void discard() {
        if (total > 0) {
            store.remove(tenant, uploadId);
        }
    }

    private void seal() {
        long firstNumber = total - open.size() + 1;
        unwritten.add(new ViolationStore.Chunk(
                chunks++, firstNumber, open.size(), ViolationChunk.seal(codec, tenant, uploadId, open)));
        open.clear();
        if (unwritten.size() == CHUNKS_AT_ONCE) {
            write();
        }
    }

    private void write() {
        if (!unwritten.isEmpty()) {
            store.keep(tenant, uploadId, unwritten, expiresAt);
            unwritten.clear();
        }
    }
}
