package io.migrator.query.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.migrator.api.CsvDialect;
import io.migrator.api.FileStatus;
import io.migrator.api.Rejection;
import io.migrator.api.RowCounts;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FileUploadProjectionTest extends QuerySideTest {

    private static final List<StagedRow> ROWS =
            List.of(new StagedRow("E1,Zoë", null), new StagedRow("E2,Bo", "C77"), new StagedRow("E3,\"Li, Jr\"", null));

    @Autowired
    private QueryGateway queries;

    private UploadView find(UploadHistory upload) throws Exception {
        return queries.query(new FindUpload(tenant, upload.id(), upload.lastEvent()), UploadView.class)
                .get(20, TimeUnit.SECONDS);
    }

    private UploadHistory ready() {
        return newUpload()
                .registered("customers.csv", "CUSTOMER_DETAILS", CsvDialect.RFC_4180, 3, 2)
                .staged(ROWS);
    }

    @Test
    void an_upload_is_shown_as_the_last_event_left_it() throws Exception {
        UploadHistory upload = ready();
        assertThat(find(upload).status()).isEqualTo(FileStatus.MIGRATE_FILE_READY);
        assertThat(find(upload).counts()).isEqualTo(new RowCounts(3, 0, 0, 0));

        upload.started().dispatched(0);
        UploadView sent = find(upload);
        assertThat(sent.status()).isEqualTo(FileStatus.MIGRATE_FILE_INPROGRESS);
        assertThat(sent.counts()).isEqualTo(new RowCounts(1, 2, 0, 0));
        assertThat(sent.sentAt()).isAfter(sent.startedAt());
        assertThat(sent.sequence()).isEqualTo(42);

        upload.dispatched(1)
                .answered(
                        UploadHistory.success(1, 1),
                        UploadHistory.error(2, 1, "TARGET_CONFLICT", "no"),
                        UploadHistory.success(3, 1))
                .completed();
        UploadView complete = find(upload);
        assertThat(complete.status()).isEqualTo(FileStatus.MIGRATE_FILE_COMPLETE_WITH_ERRORS);
        assertThat(complete.counts()).isEqualTo(new RowCounts(0, 0, 2, 1));
        assertThat(complete.completedAt()).isAfter(complete.lastOutcomeAt());

        upload.retried();
        UploadView retried = find(upload);
        assertThat(retried.status()).isEqualTo(FileStatus.MIGRATE_FILE_INPROGRESS);
        assertThat(retried.attempt()).isEqualTo(2);
        assertThat(retried.completedAt()).isNull();
        assertThat(retried.counts()).isEqualTo(new RowCounts(1, 0, 2, 0));

        upload.stopped();
        assertThat(find(upload).stopReason()).isEqualTo("STALLED");
        upload.cancelled();
        assertThat(find(upload).status()).isEqualTo(FileStatus.MIGRATE_FILE_CANCELLED);
    }

    @Test
    void a_rejected_file_keeps_its_totals_per_code() {
        UploadHistory upload = newUpload().rejected("bad.csv", Map.of("CELL_TYPE", 3L, "CELL_REQUIRED", 1L));
        awaitVisible(upload);
        JsonNode view = json("/uploads/" + upload.id());
        assertThat(view.get("status").asText()).isEqualTo("MIGRATE_FILE_REJECTED");
        assertThat(view.get("violationCounts").toString()).isEqualTo("{\"CELL_REQUIRED\":1,\"CELL_TYPE\":3}");
        assertThat(view.get("fileType").isNull()).isTrue();
    }

    @Test
    void an_answer_waits_for_an_event_that_is_still_to_come() throws Exception {
        UploadHistory upload = ready();
        find(upload);
        CompletableFuture<UploadView> answer =
                queries.query(new FindUpload(tenant, upload.id(), upload.lastEvent() + 1), UploadView.class);
        assertThat(answer).isNotDone();
        upload.started();
        assertThat(answer.get(20, TimeUnit.SECONDS).attempt()).isEqualTo(1);
    }

    @Test
    void an_event_that_never_comes_is_waited_for_no_longer_than_configured() {
        UploadHistory upload = ready();
        awaitVisible(upload);
        assertThatThrownBy(() -> queries.query(
                                new FindUpload(tenant, upload.id(), upload.lastEvent() + 1), UploadView.class)
                        .get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Rejection.class, e -> assertThat(e.code()).isEqualTo("READ_MODEL_BEHIND"));
    }

    @Test
    void an_upload_of_another_tenant_does_not_exist() {
        UploadHistory upload = ready();
        awaitVisible(upload);
        assertThat(get("somebody-else", "/uploads/" + upload.id()).statusCode()).isEqualTo(404);
        assertThat(get("/uploads/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/uploads/1-1-1-1-1").statusCode()).isEqualTo(404);
        assertThat(get("/uploads/not-an-id").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> queries.query(
                                new FindUpload("somebody-else", upload.id(), upload.lastEvent()), UploadView.class)
                        .get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Rejection.class, e -> assertThat(e.code()).isEqualTo("UPLOAD_NOT_FOUND"));
    }
}
