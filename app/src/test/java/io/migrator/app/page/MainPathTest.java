package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's night at the page, from signing in to the corrected file. */
@ExtendWith(Chromium.class)
class MainPathTest {

    private static final int MOST_STEPS = 120;

    private final Installation installation = Installation.get();
    private final Tab tab = Tab.open();

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void fromTheFileToItsResultAndBack() throws IOException {
        String good = CustomerFiles.of(300, n -> CustomerFiles.row("page-", n));
        String bad = CustomerFiles.of(
                40,
                n -> n % 4 == 0
                        ? CustomerFiles.row("bad-", n).replace("ACTIVE", "ASLEEP")
                        : CustomerFiles.row("bad-", n));
        tab.signIn("ann").go("send");
        tab.choose(Tab.csv("good.csv", good), Tab.csv("bad.csv", bad));
        assertThat(tab.page().getByText("This is a file of the type Customer details."))
                .hasCount(2);
        tab.button("Send 2 files").click();
        assertThat(tab.page().getByText("300 rows are ready to migrate")).isVisible();
        assertThat(tab.page().getByText("Rejected with 10 violations")).isVisible();

        tab.link("Read the report").click();
        assertThat(tab.heading("bad.csv")).isVisible();
        Locator violations = tab.page().locator("file-violations tbody tr");
        assertThat(violations).hasCount(10);
        assertThat(violations.first()).containsText("ACCOUNT_STATUS");
        Locator column = tab.page().locator("file-violations select");
        column.selectOption("EMAIL");
        assertThat(tab.page().getByText("No violation matches.")).isVisible();
        column.selectOption("ACCOUNT_STATUS");
        assertThat(violations).hasCount(10);
        tab.page().locator("file-violations .jump input").fill("20");
        tab.button("Go").click();
        assertThat(violations).hasCount(6);
        Download report =
                tab.page().waitForDownload(() -> tab.button("Download as CSV").click());
        assertThat(Files.readString(report.path())).contains("CELL_ENUM").hasLineCount(7);

        tab.go("uploads");
        tab.link("good.csv").first().click();
        assertThat(tab.heading("good.csv")).isVisible();
        tab.startMigration();
        tab.awaitStatus("Complete");
        assertThat(tab.page().locator(".counts .success")).containsText("300");

        Download download =
                tab.page().waitForDownload(() -> tab.link("all rows").click());
        String id = tab.page().url().replaceAll(".*/uploads/([0-9a-f-]+).*", "$1");
        byte[] result = Files.readAllBytes(download.path());
        assertThat(result)
                .isEqualTo(installation
                        .ann()
                        .get("/api/v1/uploads/" + id + "/file?rows=all")
                        .body());
        assertThat(download.suggestedFilename()).endsWith(".csv");

        String edited = new String(result, StandardCharsets.UTF_8).replace("Zoë", "Chloë");
        tab.go("send");
        tab.choose(Tab.csv("good-again.csv", edited));
        tab.button("Send 1 file").click();
        tab.entry("good-again.csv").getByText("Open and migrate").click();
        tab.startMigration();
        tab.awaitStatus("Complete");
    }

    @Test
    void theWholePathIsWalkedWithTheKeyboardAlone() {
        tab.page().navigate("/");
        assertThat(tab.page().locator("input[name=name]")).isFocused(); // the page's doing, with its first picture
        tab.page().keyboard().type("ann");
        tab.page().keyboard().press("Tab");
        tab.page().keyboard().type("ann");
        tab.page().keyboard().press("Enter");
        press(tab.link("Send files"), "Enter");
        assertThat(tab.heading("Send files")).isVisible();
        FileChooser chooser =
                tab.page().waitForFileChooser(() -> press(tab.page().locator("input[type=file]"), "Enter"));
        chooser.setFiles(Tab.csv("keys.csv", CustomerFiles.of(25, n -> CustomerFiles.row("keys-", n))));
        press(tab.button("Send 1 file"), "Enter");
        press(tab.link("Open and migrate"), "Enter");
        press(tab.button("Start migration"), "Enter");
        press(tab.page().getByRole(AriaRole.DIALOG).locator("button.primary"), "Enter");
        tab.awaitStatus("Complete");
        press(tab.button("7"), "Enter");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).containsText("keys-7");
        tab.page().keyboard().press("Escape");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        Download download = tab.page().waitForDownload(() -> press(tab.link("all rows"), "Enter"));
        assertThat(download.path()).isNotEmptyFile();
        press(tab.button("Sign out"), "Enter");
        assertThat(tab.button("Sign in")).isVisible();
    }

    /** Goes there with the tabulator key, from wherever the keyboard is, and presses a key. */
    private void press(Locator there, String key) {
        Tab.awaitVisible(there);
        for (int steps = 0; steps < MOST_STEPS && !isFocused(there); steps++) {
            tab.page().keyboard().press("Tab");
        }
        assertThat(there).isFocused();
        tab.page().keyboard().press(key);
    }

    private static boolean isFocused(Locator there) {
        return (Boolean) there.evaluate("element => element === document.activeElement");
    }

    @Test
    void aHeaderThatIsNoTypesIsToldBeforeItIsSent() {
        tab.signIn("ann").go("send");
        tab.choose(
                Tab.csv(
                        "swapped.csv",
                        CustomerFiles.of(2, n -> CustomerFiles.row("s", n)).replace("LAST_NAME", "SURNAME")),
                Tab.csv("nothing.csv", "a,b\r\n1,2\r\n"));

        assertThat(tab.page()
                        .getByText("This looks like Customer details. Column 4 should be LAST_NAME, but is SURNAME."))
                .isVisible();
        assertThat(tab.page().getByText("The header is like that of no file type."))
                .isVisible();
        assertThat(tab.page().getByText("Send 2 files")).hasCount(0);
        tab.button("Send it anyway").first().click();
        assertThat(tab.page().getByText("Unknown header")).isVisible();
    }

    @Test
    void aFileThatIsDroppedIsSeenToLeave() {
        tab.signIn("ann").go("send");
        String csv = CustomerFiles.of(2_000, n -> CustomerFiles.row("drop-", n));
        JSHandle dropped = tab.page().evaluateHandle("""
                (csv) => { const dropped = new DataTransfer();
                  dropped.items.add(new File([csv], 'dropped.csv', { type: 'text/csv' }));
                  return dropped; }""", csv);
        tab.page().locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
        assertThat(tab.page().getByText("This is a file of the type Customer details."))
                .isVisible();
        tab.slowDown(200_000);
        tab.button("Send 1 file").click();

        assertThat(tab.page().getByText(Pattern.compile("Sending, [1-9]"))).isVisible();
        Tab.awaitVisible(tab.page().getByText("2,000 rows are ready to migrate"));
    }

    @Test
    void aRowTellsItsStory() {
        Operator ann = installation.ann();
        String id = ann.upload(CustomerFiles.of(1_500, n -> CustomerFiles.row("story-", n)), "story.csv");
        ann.start(id);
        ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        tab.signIn("ann").go("uploads/" + id);

        tab.page().locator("file-rows .jump input").fill("1234");
        tab.button("Go").click();
        tab.button("1,234").click();
        Locator story = tab.page().getByRole(AriaRole.DIALOG);
        assertThat(story).containsText("story-1234");
        assertThat(story).containsText("1234@example.org");
        assertThat(story).containsText("INSERTED");
    }
}
