package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view against the rules of accessibility, wide and narrow, light and dark; a picture of each is left for people to look at. */
@ExtendWith(Chromium.class)
class LooksTest {

    /** What there is to see, and what is there when all of it has been drawn. */
    private static final Map<String, Shown> VIEWS = new LinkedHashMap<>();

    private record Shown(String address, String marker) {}

    @BeforeAll
    static void something() {
        Installation installation = Installation.get();
        Operator ann = installation.ann();
        String done = ann.upload(CustomerFiles.of(1_200, n -> CustomerFiles.row("looks-", n)), "customers.csv");
        ann.start(done);
        ann.awaitStatus(done, "MIGRATE_FILE_COMPLETE");
        String errors = ann.upload(Notes.of(30), "notes.csv");
        ann.start(errors);
        ann.awaitStatus(errors, "MIGRATE_FILE_COMPLETE_WITH_ERRORS");
        String ready = ann.upload(CustomerFiles.of(20, n -> CustomerFiles.row("ready-", n)), "ready-to-go.csv");
        String bad = CustomerFiles.of(9, n -> CustomerFiles.row("no-", n).replace("AU", "XX"));
        String rejected = Operator.json(ann.postFile(bad.getBytes(StandardCharsets.UTF_8), "rejected.csv"))
                .path("uploadId")
                .asText();
        installation.stopTarget();
        String stopped = ann.upload(CustomerFiles.of(6_000, n -> CustomerFiles.row("halt-", n)), "stopped.csv");
        ann.start(stopped);
        ann.awaitStatus(stopped, "MIGRATE_FILE_STOPPED");
        installation.startTarget();
        VIEWS.put("home", new Shown("home", "bar-chart svg"));
        VIEWS.put("uploads", new Shown("uploads", "uploads-view tbody tr"));
        VIEWS.put("send", new Shown("send", ".drop"));
        VIEWS.put("upload-complete", file(done, "customers.csv", "virtual-rows .link"));
        VIEWS.put("upload-errors", file(errors, "notes.csv", "virtual-rows .link"));
        VIEWS.put("upload-ready", file(ready, "ready-to-go.csv", ".commands"));
        VIEWS.put("upload-rejected", file(rejected, "rejected.csv", "file-violations tbody tr"));
        VIEWS.put("upload-stopped", file(stopped, "stopped.csv", ".note.warning"));
        VIEWS.put("upload-history", file(errors + "/history", "notes.csv", ".timeline li"));
        VIEWS.put("types", new Shown("types", "file-types-view tbody tr"));
        VIEWS.put("operations", new Shown("operations", "operations-view .columns tbody tr"));
        VIEWS.put("not-found", new Shown("uploads/00000000-0000-4000-8000-000000000000", "upload-view .empty"));
    }

    private static Shown file(String address, String name, String marker) {
        return new Shown("uploads/" + address, "upload-view:has(h1:text-is('" + name + "')) " + marker);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, DARK"})
    void everyViewKeepsTheRules(int width, ColorScheme colors) {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        String suffix = "-" + width + "-" + colors.name().toLowerCase(Locale.ROOT);
        try (Tab tab = Tab.open(width, colors, "en-GB")) {
            tab.page().navigate("/");
            assertThat(tab.button("Sign in")).isVisible();
            check(tab, "sign-in", suffix, broken);
            tab.signIn("olivia");
            VIEWS.forEach((name, shown) -> {
                tab.go(shown.address());
                assertThat(tab.page().locator(shown.marker()).first()).isVisible();
                assertThat(tab.page().locator(".virtual-row.waits")).hasCount(0);
                check(tab, name, suffix, broken);
            });
        }
        assertThat(broken).isEmpty();
    }

    private static void check(Tab tab, String name, String suffix, Map<String, List<String>> broken) {
        tab.picture(name + suffix);
        List<String> rules = new AxeBuilder(tab.page())
                .analyze().getViolations().stream().map(LooksTest::described).toList();
        if (!rules.isEmpty()) {
            broken.put(name + suffix, rules);
        }
        Object overflow = tab.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("wider than the screen: " + name + suffix)
                .isLessThanOrEqualTo(0);
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    @Test
    void thePageSpeaksAnotherLanguage() {
        try (Tab tab = Tab.open(Tab.WIDE, ColorScheme.LIGHT, "de-DE")) {
            tab.signIn("olivia").go("uploads");
            assertThat(tab.heading("Dateien")).isVisible();
            tab.picture("uploads-german");
        }
    }
}
