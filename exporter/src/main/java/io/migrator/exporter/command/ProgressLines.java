package io.migrator.exporter.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.connector.Block;
import io.migrator.exporter.run.RunListener;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells how a run goes on: a line that moves for people at a terminal, JSON lines for everybody else. */
final class ProgressLines implements RunListener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final Map<String, Bar> bars = new ConcurrentHashMap<>();

    ProgressLines(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Rows of one type that are read and sent. */
    private static final class Bar {
        private final long begun = System.nanoTime();
        private final long rows;
        private long done;

        Bar(long rows) {
            this.rows = rows;
        }

        synchronized long add(long more) {
            done += more;
            return done;
        }

        double perSecond() {
            return done / Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        }
    }

    @Override
    public void planned(String fileType, List<Block> blocks) {
        long rows = blocks.stream().mapToLong(Block::rows).sum();
        bars.put(fileType, new Bar(rows));
        tell("planned", fileType, Map.of("blocks", blocks.size(), "rows", rows));
    }

    @Override
    public void exported(String fileType, Block block) {
        Bar bar = bars.computeIfAbsent(fileType, type -> new Bar(block.rows()));
        long done = bar.add(block.rows());
        if (isTerminal) {
            show(fileType, done, bar);
        } else {
            tell("exported", fileType, Map.of("block", block.number(), "rows", done, "of", bar.rows));
        }
    }

    private synchronized void show(String fileType, long done, Bar bar) {
        int filled = bar.rows == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / bar.rows);
        double rate = bar.perSecond();
        out.printf(
                Locale.ROOT,
                "\r%-26s [%s%s] %,d of about %,d rows, %,.0f rows/s, %,.0f s left ",
                fileType,
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                done,
                bar.rows,
                rate,
                Math.max(0, bar.rows - done) / Math.max(1, rate));
        if (done >= bar.rows) {
            out.println();
        }
        out.flush();
    }

    @Override
    public void failed(String fileType, Block block, String reason) {
        tell("failed", fileType, Map.of("block", block.number(), "reason", reason));
    }

    @Override
    public void migrated(String fileType, long settled, long of) {
        tell("migrated", fileType, Map.of("rows", settled, "of", of));
    }

    private synchronized void tell(String what, String fileType, Map<String, Object> figures) {
        if (isTerminal) {
            out.printf("%s %s %s%n", fileType, what, figures);
        } else {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("event", what);
            line.put("fileType", fileType);
            line.putAll(figures);
            try {
                out.println(JSON.writeValueAsString(line));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a line of progress cannot be written", e);
            }
        }
        out.flush();
    }
}
