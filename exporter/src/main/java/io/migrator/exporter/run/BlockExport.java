package io.migrator.exporter.run;

import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.store.BlockResult;
import io.migrator.exporter.store.Part;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.RunStore;
import io.migrator.exporter.store.Seen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one block, maps them, leaves out what the service has as it is, writes the others into parts and sends these.
 * Compares with what is known some hundred rows at a time. For one thread.
 */
final class BlockExport implements RowSink, AutoCloseable {

    private static final int COMPARED_AT_A_TIME = 500;
    private static final int FINGERPRINT = 16;

    private final FileType type;
    private final Mapping mapping;
    private final RunStore store;
    private final long run;
    private final boolean sendsAll;
    private final int block;
    private final PartSender sender;
    private final Parts files;
    private final List<String> header;
    private final MessageDigest digest = CsvPart.sha256();

    private final List<String[]> waiting = new ArrayList<>();
    private final Map<String, byte[]> fingerprints = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<RefusedRow> refusals = new ArrayList<>();
    private String lastExternalId = "";
    private long read;
    private long unchanged;
    private long unmapped;

    BlockExport(
            FileType type,
            Mapping mapping,
            RunStore store,
            long run,
            boolean sendsAll,
            int rowsPerPart,
            int block,
            Path directory,
            PartSender sender) {
        this.type = type;
        this.mapping = mapping;
        this.store = store;
        this.run = run;
        this.sendsAll = sendsAll;
        this.block = block;
        this.sender = sender;
        this.header = type.columns().stream().map(FileType.FileColumn::name).toList();
        this.files = new Parts(
                rowsPerPart, part -> new CsvPart(directory.resolve(block + "-" + part + ".csv"), header), this::send);
    }

    @Override
    public void row(@Nullable Object[] values) {
        read++;
        String[] row = new String[header.size()];
        Mapping.Refusal refusal = mapping.map(values, row);
        lastExternalId = row[0] == null ? "" : row[0];
        if (refusal != null) {
            unmapped++;
            refusals.add(Refusals.unmapped(refusal, row, read, block));
            return;
        }
        waiting.add(row);
        if (waiting.size() == COMPARED_AT_A_TIME) {
            compare();
        }
    }

    private void compare() {
        Map<String, Seen> known = store.seen()
                .find(type.name(), waiting.stream().map(row -> row[0]).toList());
        for (String[] row : waiting) {
            byte[] fingerprint = fingerprint(row);
            Seen before = known.get(row[0]);
            boolean isUnchanged = !sendsAll && before != null && Arrays.equals(fingerprint, before.fingerprint());
            boolean isOfThisRun = before != null && before.run() == run;
            if (isOfThisRun || fingerprints.putIfAbsent(row[0], fingerprint) != null) {
                unmapped++;
                refusals.add(Refusals.duplicate(row[0], header.get(0)));
            } else if (isUnchanged) {
                unchanged++;
            } else {
                files.add(row);
            }
        }
        waiting.clear();
    }

    private byte[] fingerprint(String[] row) {
        for (String cell : row) {
            digest.update(cell.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1f);
        }
        return Arrays.copyOf(digest.digest(), FINGERPRINT);
    }

    private void send(CsvPart part) {
        PartSender.Sent sent = sender.send(type.name(), block, files.number(), part, header);
        parts.add(sent.part());
        refusals.addAll(sent.refusals());
        // What the service has refused is not known to it.
        sent.refusals().forEach(refused -> fingerprints.remove(refused.externalId()));
    }

    /** Rows so far. */
    long read() {
        return read;
    }

    /** Of the last of them; empty when it has none. */
    String lastExternalId() {
        return lastExternalId;
    }

    /** After the last row. */
    BlockResult finish() {
        compare();
        files.finish();
        return new BlockResult(read, unchanged, unmapped, parts, refusals, fingerprints);
    }

    @Override
    public void close() {
        files.close();
    }
}
