package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes between: a target that does not answer, a connection that breaks, a session that ends. */
@ExtendWith(Chromium.class)
class InterruptionsTest {

    private static final Pattern LIST = Pattern.compile(".*/api/v1/uploads\\?.*");

    private final Installation installation = Installation.get();
    private final Tab tab = Tab.open();

    @AfterEach
    void close() {
        installation.startTarget();
        tab.close();
    }

    @Test
    void aStalledFileIsResumed() {
        String id = installation
                .ann()
                .upload(CustomerFiles.of(6_000, n -> CustomerFiles.row("page-stall-", n)), "stalled.csv");
        installation.stopTarget();
        tab.signIn("ann").go("uploads/" + id);
        tab.startMigration();
        assertThat(tab.page().locator(".pace")).hasText("0 rows per second.");
        tab.awaitStatus("Stopped");
        assertThat(tab.page().getByText("5,000 rows were sent and not answered."))
                .isVisible();
        tab.link("Show the unanswered rows").click();
        assertThat(tab.page().locator("virtual-rows .virtual-row").nth(1)).containsText("Pending");

        installation.startTarget();
        tab.button("Resume").click();
        tab.awaitStatus("Complete");
        assertThat(tab.page().locator(".counts .success")).containsText("6,000");
    }

    @Test
    void aLostConnectionIsToldAndPasses() {
        tab.signIn("ann").go("uploads");
        assertThat(tab.heading("Uploads")).isVisible();
        tab.context().setOffline(true);
        Locator banner = tab.page().locator(".banner");
        Tab.awaitVisible(banner);
        installation.ann().upload(CustomerFiles.of(1, n -> CustomerFiles.row("offline-", n)), "meanwhile.csv");

        tab.context().setOffline(false);
        Tab.awaitVisible(tab.link("meanwhile.csv").first());
        assertThat(banner).hasCount(0);
    }

    @Test
    void behindAProxyThatHoldsStreamsBackTheEndIsSeenAllTheSame() {
        String id = installation.ann().upload(CustomerFiles.of(50, n -> CustomerFiles.row("proxy-", n)), "proxy.csv");
        tab.page().route("**/progress", Route::abort);
        tab.signIn("ann").go("uploads/" + id);
        assertThat(tab.page().locator(".title .status")).containsText("Ready");
        installation.stopTarget();
        installation.ann().start(id);
        assertThat(tab.page().locator(".pace")).hasText("0 rows per second.");
        installation.startTarget();

        tab.awaitStatus("Complete");
        assertThat(tab.page().locator(".counts .success")).containsText("50");
    }

    @Test
    void whatIsNotCurrentSaysSo() {
        installation.ann().upload(CustomerFiles.of(5, n -> CustomerFiles.row("old-", n)), "old.csv");
        AtomicBoolean unavailable = new AtomicBoolean();
        tab.page().route(LIST, route -> answer(route, unavailable.get()));
        tab.signIn("ann").go("uploads");
        // The home page, which comes first, names the file as well.
        Locator listed =
                tab.page().locator("uploads-view a").getByText("old.csv").first();
        tab.await(listed::isVisible);

        double place = listed.boundingBox().y;
        unavailable.set(true);
        Locator note = tab.page().getByText("Not current: this is how it was at");
        tab.await(note::isVisible);
        assertThat(listed).isVisible();
        Assertions.assertThat(listed.boundingBox().y)
                .as("what was there has not moved")
                .isEqualTo(place);

        unavailable.set(false);
        tab.await(() -> !note.isVisible());
    }

    private static void answer(Route route, boolean unavailable) {
        if (unavailable) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody("{\"code\":\"SERVICE_UNAVAILABLE\"}"));
        } else {
            route.resume();
        }
    }

    @Test
    void aQuestionThatNobodyAnswersIsGivenUp() {
        installation.ann().upload(CustomerFiles.of(5, n -> CustomerFiles.row("mute-", n)), "mute.csv");
        tab.signIn("ann").go("uploads");
        assertThat(tab.page().locator("uploads-view a").getByText("mute.csv").first())
                .isVisible();
        tab.page().route(LIST, route -> {});
        Locator note = tab.page().getByText("Not current: this is how it was at");
        Locator banner = tab.page().getByText("The service cannot be reached.");
        tab.await(() -> note.isVisible() && banner.isVisible());
        for (int width : new int[] {Tab.WIDE, 700, 481, 320}) {
            tab.page().setViewportSize(width, Tab.TALL);
            BoundingBox noted = note.boundingBox();
            Assertions.assertThat(noted.y + noted.height)
                    .as("one is above the other, %s wide", width)
                    .isLessThanOrEqualTo(banner.boundingBox().y);
        }
    }

    @Test
    void transfersGoOnWhileAnotherViewIsOpen() {
        tab.signIn("ann").go("send");
        tab.choose(Tab.csv("stays.csv", CustomerFiles.of(4, n -> CustomerFiles.row("stays-", n))));
        assertThat(tab.button("Send 1 file")).isVisible();
        tab.go("types");
        assertThat(tab.heading("File types")).isVisible();
        tab.go("send");
        tab.button("Send 1 file").click();

        assertThat(tab.page().getByText("4 rows are ready to migrate")).isVisible();
    }

    @Test
    void anEndedSessionIsTakenUpWhereItWas() {
        tab.signIn("ann").go("send");
        tab.choose(Tab.csv("kept.csv", CustomerFiles.of(3, n -> CustomerFiles.row("kept-", n))));
        assertThat(tab.button("Send 1 file")).isVisible();
        tab.context().clearCookies();
        tab.button("Send 1 file").click();
        assertThat(tab.heading("Your session has ended")).isVisible();
        tab.fillIn("ann");

        assertThat(tab.page().getByText("3 rows are ready to migrate")).isVisible();
    }
}
