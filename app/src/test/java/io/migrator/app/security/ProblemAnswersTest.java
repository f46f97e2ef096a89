package io.migrator.app.security;

import static io.migrator.app.security.RunningSlice.ADMIN;
import static io.migrator.app.security.RunningSlice.OPS;
import static io.migrator.app.security.RunningSlice.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTest {

    private static final String UPLOAD = "/api/v1/uploads/7b1f6f3e-8f0a-4d0e-9d43-0f6f8f3d2a11";

    private static RunningSlice slice;

    @BeforeAll
    static void start() {
        slice = new RunningSlice();
    }

    @AfterAll
    static void stop() {
        slice.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/file-types/conflict, 409, WRONG_STATE",
        "/api/v1/file-types/violations, 422, FILE_REJECTED",
        "/api/v1/file-types/unavailable, 503, REBUILDING",
        "/api/v1/file-types/wrapped, 404, UPLOAD_NOT_FOUND",
        "/api/v1/file-types/database, 503, SERVICE_UNAVAILABLE",
        "/api/v1/file-types/broken-connection, 503, SERVICE_UNAVAILABLE",
        "/api/v1/file-types/lost-rollback, 503, SERVICE_UNAVAILABLE",
        "/api/v1/file-types/number, 500, INTERNAL",
        "/api/v1/statistics, 404, UPLOAD_NOT_FOUND",
        "/api/v1/uploads/no-uuid, 404, UPLOAD_NOT_FOUND",
        "/api/v1/uploads, 400, MISSING_PARAMETER",
        "/api/v1/uploads?status=NONE, 400, INVALID_PARAMETER",
        "/api/v1/uploads?status=MIGRATE_FILE_READY&limit=x, 400, INVALID_PARAMETER",
        "/api/v1/file-types/a%2Fb, 400, BAD_REQUEST",
    })
    void everyRefusalHasItsStatusAndCode(String path, int status, String code) throws Exception {
        HttpResponse<String> response = slice.get(ADMIN, path);

        assertProblem(response, status, code);
    }

    @Test
    void aRejectionCarriesItsOwnProperties() throws Exception {
        JsonNode problem = json(slice.get(ADMIN, "/api/v1/file-types/violations"));

        assertThat(problem.at("/violations/0/code").asText()).isEqualTo("CELL_REQUIRED");
    }

    @Test
    void anUnknownEnumValueIsAnsweredWithTheKnownOnes() throws Exception {
        JsonNode problem = json(slice.get(ADMIN, "/api/v1/uploads?status=NONE"));

        assertThat(problem.get("detail").asText()).contains("'status'").contains("MIGRATE_FILE_STOPPED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "database", "in-use"})
    void whatWillPassSaysWhenToTryAgain(String fault) throws Exception {
        HttpResponse<String> response = slice.get(ADMIN, "/api/v1/file-types/" + fault);

        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aFaultIsLoggedOnceUnderItsCorrelationIdAndShowsNoContentAnywhere(CapturedOutput output) throws Exception {
        HttpResponse<String> response = slice.get(ADMIN, "/api/v1/file-types/number");

        assertThat(response.body()).doesNotContain(WebSlice.SECRET).doesNotContain("NumberFormat");
        assertThat(output.getAll()).containsOnlyOnce("a request failed");
        assertThat(output.getAll())
                .contains("java.lang.NumberFormatException", "a row cannot be read", "WebSlice$Failing")
                .doesNotContain(WebSlice.SECRET);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() throws Exception {
        HttpResponse<String> response = slice.send(slice.requestAs(ADMIN, "/api/v1/uploads")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofString("x")));

        assertProblem(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(response.headers().firstValue("Accept")).hasValue("text/csv");
    }

    @Test
    void anUnreadableBodyIsRefusedWithoutQuotingIt() throws Exception {
        HttpResponse<String> response = slice.send(slice.requestAs(OPS, "/api/v1/projections/csv_rows/reset")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{" + WebSlice.SECRET)));

        assertProblem(response, 400, "UNREADABLE_BODY");
        assertThat(response.body()).doesNotContain(WebSlice.SECRET);
    }

    @Test
    void anAnswerThatCannotBeGivenAsAskedForIsRefused() throws Exception {
        HttpResponse<String> response =
                slice.send(slice.requestAs(ADMIN, UPLOAD).header("Accept", "image/png"));

        assertProblem(response, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void aRefusedStreamOfEventsIsAProblemDocumentToo() throws Exception {
        HttpResponse<String> response =
                slice.send(slice.requestAs(ADMIN, UPLOAD + "/progress").header("Accept", "text/event-stream"));

        assertProblem(response, 404, "UPLOAD_NOT_FOUND");
    }

    @Test
    void aDownloadThatFailsHalfWayDoesNotLookComplete(CapturedOutput output) {
        assertThatIOException().isThrownBy(() -> slice.get(ADMIN, UPLOAD + "/file"));
        assertThat(output.getAll()).containsOnlyOnce("an answer broke off");
    }

    @Test
    void aWellFormedCorrelationIdComesBack() throws Exception {
        HttpResponse<String> response = slice.send(
                slice.requestAs(ADMIN, "/api/v1/file-types/conflict").header("X-Correlation-Id", "import-2031.07_b"));

        assertThat(response.headers().firstValue("X-Correlation-Id")).hasValue("import-2031.07_b");
        assertThat(json(response).get("correlationId").asText()).isEqualTo("import-2031.07_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has blanks in it", "<script>alert(1)</script>"})
    void anIllFormedCorrelationIdIsReplaced(String sent) throws Exception {
        HttpResponse<String> response =
                slice.send(slice.requestAs(ADMIN, "/api/v1/file-types/conflict").header("X-Correlation-Id", sent));

        assertThat(response.headers().firstValue("X-Correlation-Id").orElseThrow())
                .matches("[0-9a-f-]{36}")
                .isEqualTo(json(response).get("correlationId").asText());
    }

    @Test
    void theThreadThatStreamsHasTheLogContextOfTheRequest() throws Exception {
        HttpResponse<String> response =
                slice.send(slice.requestAs(ADMIN, UPLOAD + "/rows").header("X-Correlation-Id", "streamed-1"));

        assertThat(response.body()).isEqualTo("acme 7b1f6f3e-8f0a-4d0e-9d43-0f6f8f3d2a11 streamed-1");
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).endsWith(".");
        assertThat(problem.get("correlationId").asText())
                .isEqualTo(response.headers().firstValue("X-Correlation-Id").orElseThrow());
        assertThat(problem.has("trace")).isFalse();
    }
}
