package io.migrator.exporter.run;

import io.migrator.exporter.connector.RowSink;
import io.migrator.exporter.filetype.FileType;
import io.migrator.exporter.mapping.Mapping;
import io.migrator.exporter.store.RefusedRow;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one block, maps them and writes them into parts, as {@link BlockExport} does before it sends them. For one thread. */
final class FileBlock implements RowSink, AutoCloseable {

    private final Mapping mapping;
    private final int block;
    private final ExternalIds externalIds;
    private final List<String> header;
    private final Parts files;
    private final MessageDigest digest = CsvPart.sha256();
    /** Filled anew by each row. */
    private final String[] row;

    private final List<RefusedRow> refusals = new ArrayList<>();
    private String lastExternalId = "";
    private int parts;
    private long read;
    private long written;

    /** @param externalIds of the whole run */
    FileBlock(FileType type, Mapping mapping, int rowsPerPart, int block, Path directory, ExternalIds externalIds) {
        this.mapping = mapping;
        this.block = block;
        this.externalIds = externalIds;
        this.header = type.columns().stream().map(FileType.FileColumn::name).toList();
        this.row = new String[header.size()];
        this.files = new Parts(
                rowsPerPart,
                part -> CsvPart.unindexed(
                        directory.resolve(String.format(Locale.ROOT, "%s-%05d-%d.csv", type.name(), block, part)),
                        header),
                this::count);
    }

    @Override
    public void row(@Nullable Object[] values) {
        read++;
        Mapping.Refusal refusal = mapping.map(values, row);
        lastExternalId = row[0] == null ? "" : row[0];
        if (refusal != null) {
            refusals.add(Refusals.unmapped(refusal, row, read, block));
        } else if (!externalIds.add(row[0], digest)) {
            refusals.add(Refusals.duplicate(row[0], header.get(0)));
        } else {
            files.add(row);
        }
    }

    private void count(CsvPart part) {
        parts++;
        written += part.rows();
    }

    /** After the last row. */
    void finish() {
        files.finish();
    }

    /** Rows so far. */
    long read() {
        return read;
    }

    /** Of the last of them; empty when it has none. */
    String lastExternalId() {
        return lastExternalId;
    }

    /** Files that are finished. */
    int parts() {
        return parts;
    }

    /** Rows in them. */
    long written() {
        return written;
    }

    /** Rows that are not. */
    List<RefusedRow> refusals() {
        return refusals;
    }

    @Override
    public void close() {
        files.close();
    }
}
