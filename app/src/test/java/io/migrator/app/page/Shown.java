package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.migrator.app.journey.AnswerTopic;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Something that there is to see, for somebody who may see everything of a tenant that has nothing else.
 *
 * @param address where it is
 * @param step what is done there first
 * @param marker what is there when all of it has been drawn
 */
record Shown(String address, Consumer<Tab> step, String marker) {

    static final String VIEWER = "lena";
    private static final Consumer<Tab> AS_FOUND = tab -> {};

    /** Goes there and waits until it can be seen. */
    void open(Tab tab) {
        tab.page().keyboard().press("Escape"); // a dialog of the one before
        tab.go(address);
        step.accept(tab);
        Tab.awaitVisible(tab.page().locator(marker).first());
        assertThat(tab.page().locator(".virtual-row.waits")).hasCount(0);
    }

    /** Whether nothing is done there. */
    boolean isAsFound() {
        return step == AS_FOUND;
    }

    /** By name, in the order in which they can be looked at: the last leaves nobody signed in. The target is stopped for it. */
    static Map<String, Shown> everything(Installation installation) {
        Operator lena = installation.operator(VIEWER);
        String done = migrated(lena, CustomerFiles.of(1_200, n -> CustomerFiles.row("looks-", n)), "customers.csv", "");
        String errors = migrated(lena, Notes.of(30), "notes.csv", "_WITH_ERRORS");
        String ready = lena.upload(CustomerFiles.of(20, n -> CustomerFiles.row("ready-", n)), "ready-to-go.csv");
        String rejected = Operator.json(lena.postFile(bad().getBytes(StandardCharsets.UTF_8), "rejected.csv"))
                .path("uploadId")
                .asText();
        AnswerTopic.send("no answer of a target");
        installation.stopTarget();
        String stopped = lena.upload(CustomerFiles.of(6_000, n -> CustomerFiles.row("halt-", n)), "stopped.csv");
        lena.start(stopped);
        lena.awaitStatus(stopped, "MIGRATE_FILE_STOPPED");

        Map<String, Shown> views = new LinkedHashMap<>();
        views.put("home", at("home", "bar-chart svg"));
        views.put("uploads", at("uploads", "uploads-view tbody tr"));
        views.put("send", at("send", ".drop"));
        views.put("upload-complete", file(done, "customers.csv", "virtual-rows .link"));
        views.put("upload-errors", file(errors, "notes.csv", "virtual-rows .link"));
        views.put("upload-ready", file(ready, "ready-to-go.csv", ".commands"));
        views.put("upload-rejected", file(rejected, "rejected.csv", "file-violations tbody tr"));
        views.put("upload-stopped", file(stopped, "stopped.csv", ".note.warning"));
        views.put("upload-history", file(errors + "/history", "notes.csv", ".timeline li"));
        views.put(
                "row-story",
                new Shown("uploads/" + errors, tab -> tab.button("1").click(), ".drawer .timeline li"));
        views.put(
                "confirm",
                new Shown(
                        "uploads/" + ready,
                        tab -> tab.button("Cancel migration").click(),
                        "dialog .danger"));
        views.put("types", at("types/CUSTOMER_DETAILS", "file-types-view tbody tr:nth-child(19)"));
        views.put("operations", at("operations", "operations-view .columns tbody tr"));
        views.put("not-found", at("uploads/00000000-0000-4000-8000-000000000000", "upload-view .empty"));
        views.put("send-results", new Shown("send", Shown::send, ".entry.rejected"));
        views.put("session-ended", new Shown("uploads", Shown::endSession, "dialog.sign-in:has(input[name=password])"));
        return views;
    }

    private static Shown at(String address, String marker) {
        return new Shown(address, AS_FOUND, marker);
    }

    private static Shown file(String address, String name, String marker) {
        return at("uploads/" + address, "upload-view:has(h1:text-is('" + name + "')) " + marker);
    }

    private static String migrated(Operator operator, String csv, String name, String how) {
        String id = operator.upload(csv, name);
        operator.start(id);
        operator.awaitStatus(id, "MIGRATE_FILE_COMPLETE" + how);
        return id;
    }

    private static String bad() {
        return CustomerFiles.of(9, n -> CustomerFiles.row("no-", n).replace("AU", "XX"));
    }

    /** One that is taken, one that is not, and one whose header stays behind. */
    private static void send(Tab tab) {
        String good = CustomerFiles.of(3, n -> CustomerFiles.row("sent-", n));
        tab.choose(
                Tab.csv("good.csv", good),
                Tab.csv("bad.csv", bad()),
                Tab.csv("swapped.csv", good.replace("LAST_NAME", "SURNAME")));
        tab.button("Send 2 files").click();
        assertThat(tab.page().locator(".entry.accepted")).isVisible();
    }

    /** The list asks for news every few seconds, and is told then. */
    private static void endSession(Tab tab) {
        assertThat(tab.page().locator("uploads-view tbody tr").first()).isVisible();
        tab.context().clearCookies();
    }
}
