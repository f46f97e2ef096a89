package io.migrator.app.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of all tests of the page in a run, closed after the last: the machine's Chromium where there is one, else the one that
 * Playwright brings itself. For one thread, as Playwright is.
 */
final class Chromium implements BeforeAllCallback {

    private static final List<Path> INSTALLED =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    /** It talks to nobody but the service, and the sandbox is not to be had by root. */
    static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser running;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Chromium.class, key -> launch(), Running.class);
    }

    static Browser get() {
        return Objects.requireNonNull(running, "the test class is not extended with Chromium");
    }

    /** Playwright ends the browser with itself. */
    private record Running(Playwright playwright) implements AutoCloseable {

        @Override
        public void close() {
            playwright.close();
        }
    }

    private static Running launch() {
        Playwright playwright = playwright();
        running = launch(playwright);
        return new Running(playwright);
    }

    /** Fetches no browser when the machine has one. */
    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
    }

    static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
        installed().ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /** The machine's own, for who needs no driver. */
    static String program() {
        return installed().orElseThrow().toString();
    }

    private static Optional<Path> installed() {
        return INSTALLED.stream().filter(Files::isExecutable).findFirst();
    }
}
