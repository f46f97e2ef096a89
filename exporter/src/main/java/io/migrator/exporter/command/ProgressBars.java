package io.migrator.exporter.command;

import io.migrator.exporter.connector.Block;
import io.migrator.exporter.run.RunListener;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Draws bars on a terminal: one for the type that is under way, with rows per second and the estimated end, and one for each block
 * that is being read. They are drawn over themselves; what failed stays above them.
 */
final class ProgressBars implements RunListener {

    private static final int WIDTH = 30;
    private static final long LEAST_NANOS = 100_000_000;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\u001b[J";

    private final PrintWriter out;
    private final LongSupplier nanos;
    private final Map<Integer, Long> reading = new TreeMap<>();
    private final Map<Integer, Long> sizes = new TreeMap<>();
    private String title = "";
    private Pace pace;
    private long finished;
    private int drawn;
    private long drawnAt;

    ProgressBars(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.pace = new Pace(0, nanos);
        this.drawnAt = nanos.getAsLong() - LEAST_NANOS;
    }

    @Override
    public synchronized void planned(String fileType, List<Block> blocks) {
        begin(fileType, blocks.stream().mapToLong(Block::rows).sum());
        draw();
    }

    private void begin(String what, long rows) {
        title = what;
        pace = new Pace(rows, nanos);
        finished = 0;
        reading.clear();
        sizes.clear();
        drawn = 0; // what was drawn stays as it is
    }

    @Override
    public synchronized void read(String fileType, Block block, long rows) {
        reading.put(block.number(), rows);
        sizes.put(block.number(), block.rows());
        if (nanos.getAsLong() - drawnAt >= LEAST_NANOS) {
            draw();
        }
    }

    @Override
    public synchronized void exported(String fileType, Block block) {
        reading.remove(block.number());
        finished += block.rows();
        draw();
    }

    @Override
    public void found(String fileType, Block block) {
        exported(fileType, block);
    }

    @Override
    public synchronized void failed(String fileType, Block block, String reason) {
        reading.remove(block.number());
        erase();
        out.println(reason);
        draw();
    }

    @Override
    public synchronized void migrated(String fileType, long settled, long of) {
        String what = fileType + " migrated";
        if (!title.equals(what)) {
            begin(what, of);
        }
        finished = settled;
        draw();
    }

    private void erase() {
        if (drawn > 0) {
            out.printf(Locale.ROOT, UP, drawn);
        }
        out.print(CLEAR);
        drawn = 0;
    }

    private void draw() {
        List<String> lines = new ArrayList<>();
        long done =
                finished + reading.values().stream().mapToLong(Long::longValue).sum();
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %s %,d of about %,d rows, %,d rows/s, %s",
                title,
                bar(done, pace.rows()),
                done,
                pace.rows(),
                pace.perSecond(done),
                done == 0 ? "waiting" : Pace.text(pace.secondsLeft(done)) + " left"));
        reading.forEach((block, rows) -> lines.add(String.format(
                Locale.ROOT,
                "  block %-26d %s %,d of about %,d",
                block,
                bar(rows, sizes.getOrDefault(block, 0L)),
                rows,
                sizes.getOrDefault(block, 0L))));
        erase();
        lines.forEach(out::println);
        out.flush();
        drawn = lines.size();
        drawnAt = nanos.getAsLong();
    }

    private static String bar(long done, long of) {
        int filled = of == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / of);
        return "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "]";
    }
}
