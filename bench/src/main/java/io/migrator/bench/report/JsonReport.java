package io.migrator.bench.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.migrator.bench.measure.Goal;
import io.migrator.bench.measure.Line;
import io.migrator.bench.measure.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report with every single figure, as JSON. */
public final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    /** Writes it, replacing what was there. */
    public static void write(Report report, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), node(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode node(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("startedAt", report.startedAt().toString());
        root.put("rows", report.rows());
        root.put("warmUps", report.warmUps());
        root.put("rounds", report.rounds());
        root.set("machine", JSON.valueToTree(report.machine()));
        root.set("servers", JSON.valueToTree(report.servers()));
        ArrayNode works = root.putArray("works");
        report.works().forEach(work -> add(work, works.addObject()));
        return root;
    }

    private static void add(WorkReport work, ObjectNode node) {
        node.put("work", work.work());
        node.put("seconds", work.seconds());
        node.put("failure", work.failure());
        ArrayNode lines = node.putArray("lines");
        work.lines().forEach(line -> add(line, lines.addObject()));
    }

    private static void add(Line line, ObjectNode node) {
        node.put("what", line.what());
        add(line.ours(), node.putObject("ours"));
        Series other = line.other();
        if (other != null) {
            add(other, node.putObject("other"));
        }
        line.ratio().ifPresent(ratio -> node.put("ratio", ratio));
        if (line.goal().kind() != Goal.Kind.NONE) {
            node.put("goal", line.goal().text());
            node.put("reached", line.isMet());
        }
        ArrayNode more = node.putArray("more");
        line.more().forEach(series -> add(series, more.addObject()));
    }

    private static void add(Series series, ObjectNode node) {
        node.put("name", series.name());
        node.put("unit", series.unit());
        node.put("median", series.median());
        series.values().forEach(node.putArray("values")::add);
    }
}
