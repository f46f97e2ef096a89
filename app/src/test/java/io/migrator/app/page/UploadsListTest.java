package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of uploads: found by name and state, read on page by page, and never old. */
@ExtendWith(Chromium.class)
class UploadsListTest {

    /** More than the list reads at once. */
    private static final int FILES = 52;

    private final Operator gus = Installation.get().operator("gus");
    private final Tab tab = Tab.open();
    private final Locator rows = tab.page().locator("uploads-view tbody tr");

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void aFileIsFoundAmongManyAndItsStateIsCurrent() {
        String sought = "";
        for (int file = 1; file <= FILES; file++) {
            String id =
                    gus.upload(CustomerFiles.of(1, n -> CustomerFiles.row("listed-", n)), "listed-" + file + ".csv");
            sought = file == 7 ? id : sought;
        }
        tab.signIn("gus").go("uploads?name=listed-");
        assertThat(rows).hasCount(50);
        assertThat(rows.first()).containsText("listed-" + FILES + ".csv");
        tab.button("Show more").press("Enter");
        assertThat(rows).hasCount(FILES);

        Locator name = tab.page().locator("uploads-view input[name=name]");
        name.fill("listed-7.");
        assertThat(rows).hasCount(1);
        assertThat(tab.page()).hasURL(Pattern.compile(".*name=listed-7\\."));
        gus.start(sought);
        Tab.awaitVisible(rows.getByText("Complete"));

        tab.page().locator("uploads-view select[name=status]").selectOption("MIGRATE_FILE_REJECTED");
        assertThat(tab.heading("Nothing matches")).isVisible();
        tab.page().reload();
        assertThat(tab.heading("Nothing matches")).isVisible();
        assertThat(name).hasValue("listed-7.");
    }
}
