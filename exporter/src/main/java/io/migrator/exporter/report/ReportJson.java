package io.migrator.exporter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.migrator.exporter.store.RefusedRow;
import io.migrator.exporter.store.TypeFigures;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report for programs: everything, and nothing shortened. */
public final class ReportJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportJson() {}

    /** An object of JSON. */
    public static String of(RunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", report.run().number());
        json.put("startedAt", report.run().startedAt().toString());
        json.put("endedAt", report.run().endedAt().map(Object::toString).orElse(null));
        json.put("isClean", report.isClean());
        json.put("types", report.types().stream().map(ReportJson::figures).toList());
        json.put(
                "refusals",
                report.refusals().entrySet().stream()
                        .flatMap(type -> type.getValue().stream().map(row -> refusal(type.getKey(), row)))
                        .toList());
        json.put("vanished", report.vanished());
        json.put("openBlocks", report.open());
        json.put("imbalances", report.imbalances());
        json.put("abandonedUploads", report.abandoned());
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }

    private static Map<String, Object> figures(TypeFigures type) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fileType", type.fileType());
        figures.put("consistency", type.consistency());
        figures.put("blocks", type.blocks());
        figures.put("finishedBlocks", type.finishedBlocks());
        figures.put("planned", type.planned());
        figures.put("read", type.read());
        figures.put("unchanged", type.unchanged());
        figures.put("unmapped", type.unmapped());
        figures.put("sent", type.sent());
        figures.put("refused", type.refused());
        figures.put("accepted", type.accepted());
        figures.put("success", type.success());
        figures.put("error", type.error());
        return figures;
    }

    private static Map<String, Object> refusal(String type, RefusedRow row) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("fileType", type);
        refusal.put("externalId", row.externalId());
        refusal.put("by", row.by());
        refusal.put("column", row.column());
        refusal.put("code", row.code());
        refusal.put("message", row.message());
        return refusal;
    }
}
