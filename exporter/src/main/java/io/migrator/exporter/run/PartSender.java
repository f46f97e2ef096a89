package io.migrator.exporter.run;

import io.migrator.exporter.service.MigratorService;
import io.migrator.exporter.service.Uploaded;
import io.migrator.exporter.service.Violation;
import io.migrator.exporter.store.Part;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.RunStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sends parts. Rows that break a rule of the file type are taken out, and the rest is sent again. */
final class PartSender {

    private final MigratorService service;
    private final RunStore store;
    private final String source;
    private final long run;

    PartSender(MigratorService service, RunStore store, String source, long run) {
        this.service = service;
        this.store = store;
        this.source = source;
        this.run = run;
    }

    /**
     * What became of a part.
     *
     * @param accepted the rows' external ids
     */
    record Sent(Part part, List<String> accepted, List<RefusedRow> refusals) {}

    Sent send(String fileType, int block, int number, CsvPart whole, List<String> header) {
        CsvPart part = whole;
        List<RefusedRow> refusals = new ArrayList<>();
        String lastUpload = "";
        int taken = 0;
        while (part.rows() > 0) {
            Uploaded uploaded = upload(fileType, block, number, part);
            lastUpload = uploaded.id();
            if (uploaded.isAccepted()) {
                List<String> accepted = new ArrayList<>();
                for (int row = 1; row <= part.rows(); row++) {
                    accepted.add(part.externalId(row));
                }
                return new Sent(
                        new Part(block, number, lastUpload, whole.rows(), taken, uploaded.rows()), accepted, refusals);
            }
            Set<Integer> refused = refused(part, lastUpload, refusals);
            taken += refused.size();
            part = part.without(
                    refused, whole.file().resolveSibling(whole.file().getFileName() + "-" + part.rows()), header);
        }
        return new Sent(new Part(block, number, lastUpload, whole.rows(), taken, 0), List.of(), refusals);
    }

    private Uploaded upload(String fileType, int block, int number, CsvPart part) {
        String name = "run" + run + "-" + fileType.toLowerCase(java.util.Locale.ROOT) + "-" + block + "-" + number;
        String key = source + "-" + name + "-" + part.digest();
        store.parts().sending(key, run, fileType, block, number);
        Uploaded uploaded = service.upload(part.file(), name + ".csv", key);
        store.parts().answered(key, uploaded.id(), uploaded.isAccepted());
        return uploaded;
    }

    private Set<Integer> refused(CsvPart part, String uploadId, List<RefusedRow> refusals) {
        Set<Integer> rows = new LinkedHashSet<>();
        for (Violation violation : service.violations(uploadId)) {
            if (violation.row() < 1) {
                throw new IllegalStateException("the service refuses the whole upload " + uploadId + " ("
                        + violation.code() + "); its file type may have changed since the run began");
            }
            rows.add(violation.row());
            refusals.add(new RefusedRow(
                    part.externalId(violation.row()),
                    RefusedRow.By.SERVICE,
                    violation.column(),
                    violation.code(),
                    "row " + violation.row() + " of upload " + uploadId));
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the service refuses upload " + uploadId + " and names no row");
        }
        return rows;
    }
}
