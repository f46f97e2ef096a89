package io.migrator.app.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what a tab takes that shows a large file while it migrates, beside what an empty one of the same browser takes: the memory of
 * its process, how busy its main thread is, and how long the page takes to answer a key or a click, from the event to the next picture.
 * Leaves a picture of the page in {@code target/screenshots}. The first argument says how many rows; a million unless told otherwise.
 * Watches for half a minute without touching anything, then works with the page for two, or until the file is complete. A program, not
 * a test.
 *
 * <p>A person's browser has a computer of its own. Started by {@code taskset -c 0 java -Dtab.processors=1 …} (Linux), everything else
 * has one processor here and the browser another; without, the migration takes all there are from it.
 */
final class BigFileOpen {

    private static final Duration WATCHED = Duration.ofSeconds(30);
    private static final Duration WORKED_WITH = Duration.ofMinutes(2);
    private static final String WATCH_INPUT = """
            window.slowest = 0; window.inputs = 0; window.slow = 0; window.slowKinds = {};
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                window.inputs++;
                window.slowest = Math.max(window.slowest, entry.duration);
                if (entry.duration > 100) {
                  window.slow++;
                  const kind = (window.slowKinds[entry.name] ??= { times: 0, waits: 0, handled: 0, drawn: 0 });
                  kind.times++;
                  kind.waits += entry.processingStart - entry.startTime;
                  kind.handled += entry.processingEnd - entry.processingStart;
                  kind.drawn += entry.startTime + entry.duration - entry.processingEnd;
                } }))
              .observe({ type: 'event', durationThreshold: 16, buffered: true });""";
    /** What the browser counts of its main thread, in seconds since the page was there. */
    private static final List<String> BUSY =
            List.of("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration");

    private static final Path PICTURE = Path.of("target", "screenshots", "upload-migrates-1440-light.png");
    /** The picture is taken when so much of the file is in the target. */
    private static final int PICTURE_PART = 10;

    private static final int STEP_MILLIS = 250;
    private static final int LOOKS_AT_EMPTY = 20;
    /** Owners of less are not told. */
    private static final int LITTLE = 400_000;

    private final Operator ann;
    private final String id;
    private final BareTab tab;
    private final TabProcess process;
    private TabProcess.Memory most;

    private BigFileOpen(Operator ann, String id, BareTab tab) {
        this.ann = ann;
        this.id = id;
        this.tab = tab;
        process = tab.process();
        most = process.memory();
    }

    public static void main(String[] arguments) throws InterruptedException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Installation installation = Installation.get();
        Operator ann = installation.ann();
        String id = ann.upload(CustomerFiles.of(rows, n -> CustomerFiles.row("big-", n)), "big.csv");
        TabProcess.Memory empty = empty();
        try (BareTab tab = BareTab.open(Tab.WIDE, Tab.TALL)) {
            tab.go(installation.address().toString());
            signIn(tab);
            tab.evaluate("location.hash = '#/uploads/%s'".formatted(id));
            tab.await("virtual-rows .link:enabled");
            tab.evaluate(WATCH_INPUT);
            ann.start(id);
            BigFileOpen open = new BigFileOpen(ann, id, tab);
            open.watch();
            while (open.success() < rows / PICTURE_PART) {
                Thread.sleep(STEP_MILLIS);
            }
            tab.picture(PICTURE);
            open.work();
            open.tell(empty);
        }
        compare(ann, rows);
        System.exit(0);
    }

    /** What the browser itself takes to answer, while another such file migrates: the page is a field to type into and nothing else. */
    private static void compare(Operator ann, int rows) {
        String other = ann.upload(CustomerFiles.of(rows, n -> CustomerFiles.row("other-", n)), "other.csv");
        ann.start(other);
        try (BareTab tab = BareTab.open(Tab.WIDE, Tab.TALL)) {
            tab.go("data:text/html,<input>");
            tab.await("input");
            tab.evaluate(WATCH_INPUT);
            for (long end = System.nanoTime() + WORKED_WITH.toNanos(); System.nanoTime() < end; ) {
                tab.click("input");
                tab.evaluate("document.querySelector('input').value = ''");
                tab.type("1234");
                tab.press("PageDown", 34, "");
            }
            System.out.println("a page with nothing but a field:");
            tellInputs(tab);
        }
    }

    private static TabProcess.Memory empty() throws InterruptedException {
        try (BareTab tab = BareTab.open(Tab.WIDE, Tab.TALL)) {
            TabProcess process = tab.process();
            TabProcess.Memory most = process.memory();
            for (int look = 0; look < LOOKS_AT_EMPTY; look++) {
                Thread.sleep(STEP_MILLIS);
                most = most.most(process.memory());
            }
            System.out.println("an empty tab: " + most);
            tellOwners(process);
            return most;
        }
    }

    private static void signIn(BareTab tab) {
        tab.await("input[name=password]");
        tab.click("input[name=name]");
        tab.type("ann");
        tab.click("input[name=password]");
        tab.type("ann");
        tab.press("Enter", 13, "\r");
        tab.await("header");
    }

    /** Only looks on. */
    private void watch() throws InterruptedException {
        Busy before = busy();
        for (long end = System.nanoTime() + WATCHED.toNanos(); System.nanoTime() < end && migrates(); ) {
            Thread.sleep(STEP_MILLIS);
            most = most.most(process.memory());
        }
        System.out.println("only looked at: " + most);
        System.out.println("its main thread, " + busy().since(before));
    }

    private void work() throws InterruptedException {
        double heap = 0;
        tab.note();
        Busy before = busy();
        int look = 0;
        for (long end = System.nanoTime() + WORKED_WITH.toNanos(); System.nanoTime() < end && migrates(); look++) {
            tab.click(".choices button:nth-child(%d)".formatted(1 + look % 3));
            tab.click(".choices button:first-child"); // of the others there may be none just now
            tab.await(".jump input");
            tab.evaluate(
                    "(() => { const body = document.querySelector('.virtual-body'); body.scrollTop = body.scrollHeight * %d / 10; })()"
                            .formatted(look % 10));
            tab.click(".jump input");
            tab.evaluate("document.querySelector('.jump input').value = ''");
            tab.type(String.valueOf(1 + look * 997));
            tab.press("Enter", 13, "\r");
            tab.click(".virtual-body");
            tab.press("PageDown", 34, "");
            Thread.sleep(STEP_MILLIS);
            most = most.most(process.memory());
            heap = Math.max(
                    heap,
                    tab.send("Runtime.getHeapUsage", Map.of()).path("usedSize").asDouble());
        }
        System.out.printf(Locale.ROOT, "worked with %d times, JavaScript at most %.1f MB%n", look, heap / 1e6);
        System.out.println("its main thread, " + busy().since(before));
        System.out.printf(
                Locale.ROOT,
                "the longest that it could not answer, had the processor been free: %.1f ms%n",
                tab.longestTask(process));
    }

    private int success() {
        return ann.upload(id).path("counts").path("success").asInt();
    }

    private boolean migrates() {
        return !ann.upload(id).path("status").asText().equals("MIGRATE_FILE_COMPLETE");
    }

    private void tell(TabProcess.Memory empty) {
        System.out.println("the tab at most: " + most);
        System.out.println("more than an empty one: " + most.without(empty));
        tellOwners(process);
        tab.send("HeapProfiler.collectGarbage", Map.of());
        System.out.println("without what the browser has not cleared away yet: " + process.memory());
        tellInputs(tab);
    }

    private static void tellInputs(BareTab tab) {
        System.out.printf(
                "slowest answer to an input: %s ms; of %s that took 16 ms or more, %s took more than 100 ms%n",
                tab.evaluate("window.slowest"), tab.evaluate("window.inputs"), tab.evaluate("window.slow"));
        tab.evaluate("window.slowKinds").fields().forEachRemaining(kind -> {
            double times = kind.getValue().path("times").asDouble();
            System.out.printf(
                    Locale.ROOT,
                    "  %s: %.0f times, on average %.0f ms until it was handled, %.0f ms for that, %.0f ms until it was drawn%n",
                    kind.getKey(),
                    times,
                    kind.getValue().path("waits").asDouble() / times,
                    kind.getValue().path("handled").asDouble() / times,
                    kind.getValue().path("drawn").asDouble() / times);
        });
    }

    private static void tellOwners(TabProcess process) {
        process.byOwner().entrySet().stream()
                .filter(owner -> owner.getValue() > LITTLE)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(owner ->
                        System.out.printf(Locale.ROOT, "  %6.1f MB %s%n", owner.getValue() / 1e6, owner.getKey()));
    }

    private Busy busy() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (JsonNode metric : tab.send("Performance.getMetrics", Map.of()).path("metrics")) {
            seconds.put(metric.path("name").asText(), metric.path("value").asDouble());
        }
        return new Busy(System.nanoTime(), process.mainThreadMillis(), seconds);
    }

    /**
     * What the main thread has done so far.
     *
     * @param at in nanoseconds
     * @param processor the time that it has really had, in milliseconds: a machine with others on it changes that least
     * @param seconds what the browser itself says, by name
     */
    private record Busy(long at, double processor, Map<String, Double> seconds) {

        String since(Busy before) {
            double elapsed = (at - before.at) / 1e9;
            StringBuilder text = new StringBuilder(
                    "milliseconds a second: processor %.1f".formatted((processor - before.processor) / elapsed));
            BUSY.forEach(name -> text.append(
                    ", %s %.1f".formatted(name, (seconds.get(name) - before.seconds.get(name)) * 1_000 / elapsed)));
            return text.toString();
        }
    }
}
