package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.migrator.app.journey.Installation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view against the rules of accessibility, wide and narrow, light and dark; a picture of each is left for people to look at. */
@ExtendWith(Chromium.class)
class LooksTest {

    /** Twice as large as {@link Tab#WIDE} is shown. */
    private static final int ZOOMED = Tab.WIDE / 2;
    /** What is drawn moves what is there already: the sum of shares of the screen, below which a page is called steady. */
    private static final double STEADY = 0.1;

    /** How much of the screen has moved by itself. */
    private static final String WATCH_SHIFTS = "window.moved = 0; new PerformanceObserver((list) => list.getEntries()"
            + ".forEach((entry) => { window.moved += entry.value; })).observe({ type: 'layout-shift' });";

    private static Map<String, Shown> views = Map.of();

    @BeforeAll
    static void something() {
        views = Shown.everything(Installation.get());
    }

    @AfterAll
    static void goOn() {
        Installation.get().startTarget();
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
            tab.signIn(Shown.VIEWER);
            views.forEach((name, shown) -> {
                shown.open(tab);
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
        fits(tab, name + suffix);
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    private static void fits(Tab tab, String name) {
        Object overflow = tab.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("wider than the screen: " + name)
                .isLessThanOrEqualTo(0);
    }

    @Test
    void atTwiceTheSizeEveryViewFitsAndNothingJumps() {
        Map<String, Double> moved = new LinkedHashMap<>();
        try (Tab tab = Tab.open(ZOOMED, ColorScheme.LIGHT, "en-GB")) {
            tab.page().addInitScript(WATCH_SHIFTS);
            tab.signIn(Shown.VIEWER);
            views.forEach((name, shown) -> {
                tab.page().evaluate("() => { window.moved = 0; }");
                shown.open(tab);
                fits(tab, name);
                if (shown.isAsFound()) {
                    moved.put(name, ((Number) tab.page().evaluate("() => window.moved")).doubleValue());
                }
            });
        }
        assertThat(moved).allSatisfy((name, share) -> assertThat(share).isLessThan(STEADY));
    }

    /** What comes late does not move what is being read. */
    @Test
    void theListStandsStillWhenTheTypesComeAfterIt() {
        try (Tab tab = Tab.open(ZOOMED, ColorScheme.LIGHT, "en-GB")) {
            tab.page().addInitScript(WATCH_SHIFTS);
            List<Route> held = new ArrayList<>();
            tab.page().route("**/api/v1/file-types", held::add);
            tab.signIn(Shown.VIEWER).go("uploads");
            assertThat(tab.page().locator("uploads-view tbody tr").first()).isVisible();
            tab.page().evaluate("() => { window.moved = 0; }");
            held.forEach(Route::resume);
            assertThat(tab.page().locator("select[name=fileType] option").nth(1))
                    .isAttached();
            tab.page()
                    .evaluate(
                            "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            assertThat(((Number) tab.page().evaluate("() => window.moved")).doubleValue())
                    .isLessThan(STEADY);
        }
    }

    @Test
    void thePageSpeaksAnotherLanguage() {
        try (Tab tab = Tab.open(Tab.WIDE, ColorScheme.LIGHT, "de-DE")) {
            tab.signIn(Shown.VIEWER).go("uploads");
            assertThat(tab.heading("Dateien")).isVisible();
            assertThat(tab.page().locator("uploads-view tbody tr").first()).isVisible();
            tab.picture("uploads-german");
            // each text, and with the same values in it
            Object untranslated = tab.page().evaluate("""
                    () => Promise.all(['en', 'de'].map((code) => import(`/page/lang/${code}.js`))).then((all) => {
                      const [en, de] = all.map((words) => words.default);
                      const values = (text) => [...new Set([...(text ?? '').matchAll(/\\{(\\w+)/g)].map(([, name]) => name))].sort().join();
                      return [...new Set([...Object.keys(en), ...Object.keys(de)])]
                        .filter((key) => !(key in en && key in de) || values(en[key]) !== values(de[key]));
                    })""");
            assertThat((List<?>) untranslated).isEmpty();
        }
    }
}
