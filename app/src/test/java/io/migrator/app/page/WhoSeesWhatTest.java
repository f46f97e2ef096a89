package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.migrator.app.journey.AnswerTopic;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody sees their part of the page, and nothing of another tenant. */
@ExtendWith(Chromium.class)
class WhoSeesWhatTest {

    private static final int RUNNING = 40_000;

    private final Installation installation = Installation.get();
    private final Tab tab = Tab.open();

    @AfterEach
    void close() {
        tab.close();
    }

    private void seesViews(String... names) {
        assertThat(tab.page().locator("header nav a")).hasText(names);
    }

    @Test
    void anOperatorHasNoHistoryAndNoOperations() {
        String id = installation.ann().upload(CustomerFiles.of(2, n -> CustomerFiles.row("who-", n)), "who.csv");
        tab.signIn("ann").go("uploads/" + id);

        seesViews("Today", "Uploads", "Send files", "File types");
        assertThat(tab.page().locator(".tabs a")).hasText(new String[] {"Rows"});
        tab.go("operations");
        assertThat(tab.heading("Not part of your work")).isVisible();
    }

    @Test
    void anAuditorReadsTheHistoryAndChangesNothing() {
        String id = installation.ann().upload(CustomerFiles.of(2, n -> CustomerFiles.row("audit-", n)), "audit.csv");
        tab.signIn("audrey").go("uploads/" + id);

        seesViews("Today", "Uploads", "File types");
        assertThat(tab.page().locator(".tabs a")).hasText(new String[] {"History"});
        assertThat(tab.page().locator(".timeline")).containsText("Accepted");
        assertThat(tab.page().locator(".timeline")).containsText("ann");
        assertThat(tab.button("Start migration")).hasCount(0);
    }

    @Test
    void operationsStaffSeeProjectionsAndNoFile() {
        tab.signIn("otto");

        seesViews("File types", "Operations");
        assertThat(tab.page().getByRole(AriaRole.ROWHEADER).filter(new Locator.FilterOptions().setHasText("csv-rows")))
                .isVisible();
        tab.go("uploads");
        assertThat(tab.heading("Not part of your work")).isVisible();
    }

    @Test
    void operationsStaffResetAProjection() {
        tab.signIn("otto");
        tab.button("Reset: statistics").click();
        tab.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last().click();

        Tab.awaitVisible(tab.page().getByText("rebuilt for otto"));
    }

    /** While it runs, longer than the page waits between two looks: what is told changes, and goes in the end. */
    @Test
    void operationsStaffSeeHowMuchOfWhoseFilesIsOnItsWay() {
        Operator ines = installation.operator("ines");
        String id = ines.upload(CustomerFiles.of(RUNNING, n -> CustomerFiles.row("on-its-way-", n)), "on-its-way.csv");
        tab.signIn("otto");
        Locator migrations = tab.page()
                .locator("operations-view section")
                .filter(new Locator.FilterOptions()
                        .setHas(tab.page().locator("h2").getByText("Running migrations")));
        assertThat(migrations).isVisible();
        Locator row = migrations
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(tab.page().getByText("initech")));
        assertThat(row).hasCount(0);

        ines.start(id);
        Tab.awaitVisible(row);
        Locator files = row.locator("td").first();
        Locator ready = row.locator("td").nth(1);
        assertThat(files).hasText("1");
        String first = ready.innerText();
        Tab.awaitWithout(migrations, first);
        ines.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        Tab.awaitGone(row);
    }

    @Test
    void operationsStaffSendADeadLetterAgain() {
        AnswerTopic.send("nothing that the page's target would say");
        tab.signIn("otto");
        Locator newest = tab.page()
                .locator("operations-view section")
                .last()
                .locator("tbody tr")
                .first();
        Tab.awaitVisible(newest.getByText("ANSWER_UNREADABLE"));
        newest.getByRole(AriaRole.BUTTON).click();
        tab.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last().click();

        Tab.awaitVisible(tab.page()
                .locator("operations-view section")
                .last()
                .getByText("otto")
                .first());
    }

    @Test
    void anotherTenantsFileDoesNotExist() {
        String id = installation.ann().upload(CustomerFiles.of(2, n -> CustomerFiles.row("wall-", n)), "wall.csv");
        tab.signIn("gus").go("uploads/" + id);

        assertThat(tab.heading("There is no such upload")).isVisible();
    }

    @Test
    void aWrongPasswordIsToldAndThePersonStaysSignedOut() {
        tab.page().navigate("/");
        tab.page().locator("input[name=name]").fill("ann");
        tab.page().locator("input[name=password]").fill("wrong");
        tab.button("Sign in").click();

        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("Name or password is wrong.");
        assertThat(tab.page().getByRole(AriaRole.BANNER)).hasCount(0);
    }

    @Test
    void whoHasNotSignedInYetChoosesTheLanguage() {
        tab.page().navigate("/");
        assertThat(tab.button("Sign in")).isVisible();
        tab.page().locator("select[name=language]").selectOption("de");
        assertThat(tab.button("Anmelden")).isVisible();
        tab.fillIn("ann");
        assertThat(tab.heading("Die letzten 24 Stunden")).isVisible();
    }

    @Test
    void whoSignsOutIsAskedAgain() {
        tab.signIn("ann");
        tab.button("Sign out").click();

        assertThat(tab.button("Sign in")).isVisible();
    }
}
