package io.migrator.app.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.migrator.app.journey.CustomerFiles;
import io.migrator.app.journey.Installation;
import io.migrator.app.journey.Operator;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Prints how long lists and the page take when a tenant has many uploads; 100,000 unless the first argument says otherwise. Only
 * the table that lists are read from is filled. A program, not a test.
 */
final class ManyUploadsOpen {

    private static final int TIMES = 50;
    private static final int PAGES = 40;
    private static final String FILL = """
            insert into file_uploads (id, tenant, file_name, file_type, status_id, row_count, rows_ready, rows_pending,
                rows_success, rows_error, attempt, uploaded_by, uploaded_at, violation_counts, file_bytes, sha256,
                blank_lines, last_event)
            select gen_random_uuid(), tenant, 'many-' || n || '.csv', file_type,
                (select min(id) from file_status) + n % 8, row_count, rows_ready, rows_pending, rows_success, rows_error,
                attempt, uploaded_by, uploaded_at - n * interval '1 minute', violation_counts, file_bytes, sha256 || n,
                blank_lines, last_event
              from file_uploads, generate_series(1, ?) n where id = ?::uuid""";

    private ManyUploadsOpen() {}

    public static void main(String[] arguments) {
        int uploads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Installation installation = Installation.get();
        Operator ann = installation.ann();
        String id = ann.upload(CustomerFiles.of(5, n -> CustomerFiles.row("many-", n)), "first.csv");
        installation.jdbc().update(FILL, uploads, id);
        installation.jdbc().execute("analyze file_uploads");

        tell("the newest 50", () -> ann.get("/api/v1/uploads?limit=50"));
        tell(
                "of one status and type",
                () -> ann.get("/api/v1/uploads?limit=50&status=MIGRATE_FILE_READY&fileType=CUSTOMER_DETAILS"));
        tell("by a name that one has", () -> ann.get("/api/v1/uploads?limit=50&name=many-" + (uploads - 7)));
        tell("by a name that none has", () -> ann.get("/api/v1/uploads?limit=50&name=nowhere"));
        String deep = cursorAfter(ann, PAGES);
        tell("50 after page " + PAGES + " of 500", () -> ann.get("/api/v1/uploads?limit=50&cursor=" + deep));
        open(installation, uploads);
        System.exit(0);
    }

    private static String cursorAfter(Operator ann, int pages) {
        String cursor = "";
        for (int page = 0; page < pages; page++) {
            JsonNode answer =
                    Operator.json(ann.get("/api/v1/uploads?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            cursor = answer.path("nextCursor").asText();
        }
        return cursor;
    }

    private static void tell(String what, Supplier<?> request) {
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            request.get();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%s: median %.1f ms, slowest %.1f ms%n", what, millis[TIMES / 2], millis[TIMES - 1]);
    }

    private static void open(Installation installation, int uploads) {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions()
                            .setBaseURL(installation.address().toString()))
                    .newPage();
            page.navigate("/");
            page.locator("input[name=name]").fill("ann");
            page.locator("input[name=password]").fill("ann");
            page.locator("form button.primary").click();
            page.locator("header").waitFor();
            long begun = System.nanoTime();
            page.navigate("/#/uploads");
            page.locator("uploads-view tbody tr").nth(49).waitFor();
            System.out.printf("the page shows 50 after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
            begun = System.nanoTime();
            page.locator("uploads-view input[name=name]").fill("many-" + (uploads - 7));
            page.locator("uploads-view a")
                    .getByText("many-" + (uploads - 7) + ".csv")
                    .waitFor();
            System.out.printf("and what is searched for after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        }
    }
}
