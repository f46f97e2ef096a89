package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.migrator.app.journey.Installation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** A person at the operator's page, in a browser session of their own. What the page complains of is remembered. */
final class Tab implements AutoCloseable {

    static final int WIDE = 1440;
    static final int TALL = 900;

    private static final double PATIENCE_MILLIS = 60_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** What the browser says of answers that the page expects, such as 401 before signing in. */
    private static final Pattern EXPECTED = Pattern.compile("Failed to load resource: .*");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Tab(Browser.NewContextOptions options) {
        context = Chromium.get()
                .newContext(options.setBaseURL(Installation.get().address().toString()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !EXPECTED.matcher(message.text()).matches()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Tab open() {
        return open(WIDE, ColorScheme.LIGHT, "en-GB");
    }

    static Tab open(int width, ColorScheme colors, String locale) {
        return new Tab(new Browser.NewContextOptions()
                .setViewportSize(width, TALL)
                .setColorScheme(colors)
                .setLocale(locale)
                .setAcceptDownloads(true));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Signs in; a user's password is the name. */
    Tab signIn(String name) {
        page.navigate("/");
        fillIn(name);
        assertThat(page.getByRole(AriaRole.BANNER)).containsText(name);
        return this;
    }

    void fillIn(String name) {
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(name);
        page.locator("form button.primary").click();
    }

    /** Goes to an address of the page, such as {@code uploads}. */
    Tab go(String address) {
        page.navigate("/#/" + address);
        return this;
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** Gives files to the view that sends them. */
    void choose(FilePayload... files) {
        page.locator("input[type=file]").setInputFiles(files);
    }

    /** A file in the view that sends them. */
    Locator entry(String fileName) {
        return page.locator(".entry", new Page.LocatorOptions().setHasText(fileName));
    }

    /** Starts the migration of the file that is shown, and says yes. */
    void startMigration() {
        button("Start migration").click();
        page.getByRole(AriaRole.DIALOG).locator("button.primary").click();
    }

    /** Waits until the file that is shown is in a state. */
    void awaitStatus(String status) {
        assertThat(page.locator(".title .status"))
                .containsText(status, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits for longer than a click would. */
    static void awaitVisible(Locator there) {
        assertThat(there).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The same until it is gone. */
    static void awaitGone(Locator there) {
        assertThat(there).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The same until it says something else. */
    static void awaitWithout(Locator there, String text) {
        assertThat(there)
                .not()
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits while the page's requests are answered by this thread, see {@link Page#route}; an assertion would leave them waiting. */
    void await(BooleanSupplier condition) {
        page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
    }

    static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets no more bytes a second leave than that. */
    void slowDown(int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        context.newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    /** Writes a picture of the whole page. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true)
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
    }

    @Override
    public void close() {
        context.close();
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
