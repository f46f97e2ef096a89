package io.migrator.query.progress;

import static io.migrator.query.UploadHistory.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressTest extends QuerySideTest {

    @Test
    void a_stream_tells_each_change_and_ends_with_the_migration() {
        UploadHistory upload = newUpload()
                .registered("c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 2, 2)
                .staged(Collections.nCopies(2, new StagedRow("E", null)))
                .started()
                .dispatched(0);
        awaitVisible(upload);
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> response = send(
                request(tenant, "/uploads/" + upload.id() + "/progress").build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> response.body().forEach(lines::add));

        awaitLine(lines, "\"pending\":2");
        upload.answered(success(1, 1));
        awaitLine(lines, "\"pending\":1");
        awaitLine(lines, "event:heartbeat");
        assertThat(end).isNotDone();
        upload.answered(success(2, 1)).completed();
        await().atMost(Duration.ofSeconds(20)).until(end::isDone);
        assertThat(end).isCompleted();
        assertThat(lines.stream().filter(line -> line.startsWith("data:")))
                .last()
                .isEqualTo("data:MIGRATE_FILE_COMPLETE");
        assertThat(lines).contains("event:progress", "event:end");
    }

    private static void awaitLine(List<String> lines, String part) {
        await().atMost(Duration.ofSeconds(20)).until(() -> lines.stream().anyMatch(line -> line.contains(part)));
    }

    @Test
    void an_upload_of_another_tenant_cannot_be_watched() {
        UploadHistory upload = newUpload().registered("c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 2, 2);
        awaitVisible(upload);
        assertThat(get("somebody-else", "/uploads/" + upload.id() + "/progress").statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_more_streams_are_opened_than_configured() {
        UploadHistory upload = newUpload().registered("c.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 2, 2);
        awaitVisible(upload);
        String path = "/uploads/" + upload.id() + "/progress";
        List<HttpResponse<Stream<String>>> open = Stream.generate(
                        () -> send(request(tenant, path).build(), HttpResponse.BodyHandlers.ofLines()))
                .limit(3)
                .toList();
        assertThat(open.stream().map(HttpResponse::statusCode)).containsExactly(200, 200, 503);
        upload.cancelled();
        open.stream().limit(2).forEach(response -> assertThat(response.body()).contains("event:end"));
    }
}
