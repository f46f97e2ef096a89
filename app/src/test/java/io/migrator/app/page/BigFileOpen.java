package io.migrator.app.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Prints what a tab takes that shows a large file while it migrates: the memory footprint of its process, and how long the page takes to
 * answer a key or a click, from the event to the next picture. Leaves a picture of the page in {@code target/screenshots}. The first argument says how many rows; a million unless told
 * otherwise. Looks for two minutes, or until the file is complete. A program, not a test.
 */
final class BigFileOpen {

    private static final Duration LOOKED_AT = Duration.ofMinutes(2);
    private static final String WATCH_INPUT = """
            () => { window.slowest = 0; window.inputs = 0; window.slow = 0;
              new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                window.inputs++; window.slow += entry.duration > 100 ? 1 : 0;
                window.slowest = Math.max(window.slowest, entry.duration); }))
              .observe({ type: 'event', durationThreshold: 16, buffered: true }); }""";

    private static final Path PICTURE = Path.of("target", "screenshots", "upload-migrates-1440-light.png");
    /** The picture is taken when so much of the file is in the target. */
    private static final int PICTURE_PART = 10;

    private static final int TALL = 900;

    private BigFileOpen() {}

    public static void main(String[] arguments) {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Installation installation = Installation.get();
        Operator ann = installation.ann();
        String id = ann.upload(CustomerFiles.of(rows, n -> CustomerFiles.row("big-", n)), "big.csv");
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions()
                            .setBaseURL(installation.address().toString())
                            .setViewportSize(Tab.WIDE, TALL))
                    .newPage();
            page.navigate("/");
            page.locator("input[name=name]").fill("ann");
            page.locator("input[name=password]").fill("ann");
            page.locator("form button.primary").click();
            page.locator("header").waitFor();
            page.navigate("/#/uploads/" + id);
            Tab.awaitVisible(page.locator("virtual-rows .link").first());
            page.evaluate(WATCH_INPUT);
            ann.start(id);
            page.waitForCondition(
                    () -> ann.upload(id).path("counts").path("success").asInt() > rows / PICTURE_PART);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
            watch(page, ann, id);
        }
        System.exit(0);
    }

    private static void watch(Page page, Operator ann, String id) {
        long most = 0;
        double heap = 0;
        long end = System.nanoTime() + LOOKED_AT.toNanos();
        int look = 0;
        for (; System.nanoTime() < end; look++) {
            page.locator(".choices button").nth(look % 3).click();
            page.locator(".choices button").first().click(); // of the others there may be none just now
            page.locator(".virtual-body")
                    .evaluate("(body, n) => { body.scrollTop = body.scrollHeight * (n % 10) / 10; }", look);
            page.locator(".jump input").fill("");
            page.locator(".jump input").pressSequentially(String.valueOf(1 + look * 997));
            page.locator(".jump input").press("Enter");
            page.locator(".virtual-body").press("PageDown");
            page.waitForTimeout(250);
            most = Math.max(most, footprint());
            CDPSession session = page.context().newCDPSession(page);
            heap = Math.max(heap, heap(session));
            session.detach();
            if (ann.upload(id).path("status").asText().equals("MIGRATE_FILE_COMPLETE")) {
                break;
            }
        }
        System.out.printf(
                "%d looks; memory of the tab's process: at most %d MB, of which JavaScript %.0f MB%nslowest answer to an input: %s ms; of %s that took 16 ms or more, %s took more than 100 ms%n",
                look,
                most >> 20,
                heap / (1 << 20),
                page.evaluate("() => window.slowest"),
                page.evaluate("() => window.inputs"),
                page.evaluate("() => window.slow"));
    }

    private static double heap(CDPSession session) {
        return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble();
    }

    /** Of this browser's largest process that draws a page: what it has to itself, as the browser's own task manager counts. */
    private static long footprint() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process -> anonymous(Path.of("/proc", Long.toString(process.pid()))))
                .max()
                .orElse(0);
    }

    private static long anonymous(Path process) {
        try {
            if (!Files.readString(process.resolve("cmdline")).contains("--type=renderer")) {
                return 0;
            }
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith("RssAnon:") || line.startsWith("VmSwap:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
                    .sum();
        } catch (IOException e) {
            return 0; // no process, or one that has just ended
        }
    }
}
