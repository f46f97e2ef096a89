package io.migrator.exporter.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.run.RunListener;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells how a run goes on as one object of JSON a line, for programs and logs. */
final class ProgressLines implements RunListener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private final LongSupplier nanos;
    private final Map<String, Pace> paces = new HashMap<>();
    private final Map<String, Long> done = new HashMap<>();

    ProgressLines(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public synchronized void planned(String fileType, List<Block> blocks) {
        long rows = blocks.stream().mapToLong(Block::rows).sum();
        paces.put(fileType, new Pace(rows, nanos));
        Map<String, Object> line = line("planned", fileType);
        line.put("blocks", blocks.size());
        line.put("rows", rows);
        tell(line);
    }

    @Override
    public void read(String fileType, Block block, long rows) {
        // a line for each block is enough for a log
    }

    @Override
    public synchronized void exported(String fileType, Block block) {
        done("exported", fileType, block);
    }

    @Override
    public synchronized void found(String fileType, Block block) {
        done("found", fileType, block);
    }

    private void done(String event, String fileType, Block block) {
        Pace pace = paces.computeIfAbsent(fileType, type -> new Pace(block.rows(), nanos));
        long rows = done.merge(fileType, block.rows(), Long::sum);
        Map<String, Object> line = line(event, fileType);
        line.put("block", block.number());
        line.put("rows", rows);
        line.put("of", pace.rows());
        line.put("rowsPerSecond", pace.perSecond(rows));
        line.put("secondsLeft", pace.secondsLeft(rows));
        tell(line);
    }

    @Override
    public synchronized void failed(String fileType, Block block, String reason) {
        Map<String, Object> line = line("failed", fileType);
        line.put("block", block.number());
        line.put("reason", reason);
        tell(line);
    }

    @Override
    public synchronized void migrated(String fileType, long settled, long of) {
        Map<String, Object> line = line("migrated", fileType);
        line.put("rows", settled);
        line.put("of", of);
        tell(line);
    }

    private static Map<String, Object> line(String event, String fileType) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put("fileType", fileType);
        return line;
    }

    private void tell(Map<String, Object> line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of progress cannot be written", e);
        }
        out.flush();
    }
}
