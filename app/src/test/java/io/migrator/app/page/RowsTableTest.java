package io.migrator.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of a file's rows, of which only what can be seen is in the page. */
@ExtendWith(Chromium.class)
class RowsTableTest {

    private static final int PHONE = 390;
    private static final int ROWS = 1_500;

    private static String file = "";

    @BeforeAll
    static void aFile() {
        file = Installation.get()
                .ann()
                .upload(CustomerFiles.of(ROWS, n -> CustomerFiles.row("table-", n)), "table.csv");
    }

    /** A browser keeps for long what is taken off the page: a table that is scrolled through must not make it. */
    @Test
    void scrollingMakesNoNewElements() {
        try (Tab tab = Tab.open()) {
            tab.signIn("ann").go("uploads/" + file);
            Tab.awaitVisible(tab.button("1"));
            Locator rows = tab.page().locator(".virtual-window .virtual-row");
            int shown = rows.count();
            rows.evaluateAll("rows => rows.forEach((row) => { row.wasThere = true; })");
            for (int row = 100; row <= ROWS; row += 100) {
                goTo(tab, row);
            }
            assertThat(rows).hasCount(shown);
            assertThat(rows.evaluateAll("rows => rows.filter((row) => !row.wasThere).length"))
                    .isEqualTo(0);
            assertThat(rows.last()).containsText("table-" + ROWS);
            assertThat(rows.last()).hasAttribute("aria-rowindex", String.valueOf(ROWS + 1));
        }
    }

    @Test
    void onAPhoneARowIsReadWithoutScrollingSideways() {
        try (Tab tab = Tab.open(PHONE, ColorScheme.LIGHT, "en-GB")) {
            tab.signIn("ann").go("uploads/" + file);
            Tab.awaitVisible(tab.button("1"));
            goTo(tab, 1_234);
            assertThat(tab.page().getByText("table-1234,Ms,Zoë").first()).isInViewport();
            assertThat(tab.page().locator(".virtual-body").evaluate("body => body.scrollWidth - body.clientWidth"))
                    .isEqualTo(0);
            tab.page().setViewportSize(Tab.WIDE, Tab.TALL); // turned
            assertThat(tab.button("1,234")).isInViewport();
        }
    }

    private static void goTo(Tab tab, int row) {
        tab.page().locator(".jump input").fill(String.valueOf(row));
        tab.button("Go").click();
        Locator there = tab.button(String.format(Locale.UK, "%,d", row));
        Tab.awaitVisible(there);
        assertThat(there).isInViewport();
    }
}
