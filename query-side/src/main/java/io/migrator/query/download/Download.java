package io.migrator.query.download;

import io.migrator.api.Rejection;
import io.migrator.query.csv.CsvName;
import io.migrator.query.row.CsvRows;
import io.migrator.query.row.RowBlock;
import io.migrator.query.transfer.GeneratedFile;
import io.migrator.query.upload.ShownUpload;
import java.util.Optional;

/**
 * The marked-up file of an upload, read a chunk of its rows at a time: memory does not depend on the file's size, and no
 * connection is held while a client takes what was read, however slowly.
 *
 * @param blocks the file's chunks; a block is empty when no row of its chunk is selected
 * @param isAtRest whether every block has to show the rows as of the upload's last event, so that the file is of one moment; else
 *     each row is as it is when it is read
 */
record Download(
        CsvRows rows, ShownUpload upload, int blocks, RowSelection selection, MarkedUpFile form, boolean isAtRest)
        implements GeneratedFile {

    /** Raised when the same rows come to be written in another way, so that no client joins parts of both. */
    private static final int FORM = 1;

    @Override
    public String name() {
        return CsvName.of(upload.view().fileName(), selection.suffix());
    }

    @Override
    public String contentType() {
        return "text/csv;charset=" + form.dialect().encoding().name();
    }

    /** What the bytes depend on, the encoding of the transfer aside; empty while they change by themselves. */
    Optional<String> version() {
        String version = String.join(
                "-",
                Integer.toString(FORM),
                upload.view().id().toString(),
                Long.toString(upload.lastEvent()),
                selection.suffix(),
                form.isSafe() ? "safe" : "sent");
        return isAtRest ? Optional.of(version) : Optional.empty();
    }

    /**
     * Reads the rows of a chunk.
     *
     * @throws Rejection {@code DOWNLOAD_OVERTAKEN} when they are no longer those of the version
     */
    @Override
    public Block read(int number) {
        RowBlock block = rows.chunk(upload.view().id(), number, selection.statuses());
        if (isAtRest && block.asOf() != upload.lastEvent()) {
            throw new Rejection(
                    Rejection.Kind.UNAVAILABLE,
                    "DOWNLOAD_OVERTAKEN",
                    "The upload changed while its file was made; ask for the file again, from its beginning.");
        }
        return out -> form.write(number == 0, block.rows(), out);
    }
}
