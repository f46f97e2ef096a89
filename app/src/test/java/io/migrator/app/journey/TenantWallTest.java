package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every path of the running service, as its OpenAPI document lists them: a path that is added is walked without a change
 * here.
 */
class TenantWallTest {

    private static final List<String> NAMES = List.of("ann", "audrey", "otto");

    private static String annsUpload;

    /** One operation of the API. */
    record Operation(String method, String path) {

        boolean isOfUpload() {
            return path.startsWith("/api/v1/uploads/{");
        }

        /** Path variables other than the upload's id name something that exists where that is easy. */
        String on(String upload) {
            return path.replaceFirst("/uploads/\\{[^}]*}", "/uploads/" + upload).replaceAll("\\{[^}]*}", "1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void upload() {
        annsUpload = Installation.get()
                .ann()
                .upload(
                        "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,NOTED_AT,AUTHOR,CATEGORY,PINNED,BODY\r\n"
                                + "N-1,C-1,2020-01-01T00:00:00Z,,GENERAL,,Called.\r\n",
                        "notes-" + UUID.randomUUID() + ".csv");
    }

    static List<Operation> operations() {
        JsonNode document = Operator.json(Installation.get().ann().get("/v3/api-docs"));
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                            method -> operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey())));
        }
        return operations;
    }

    static Stream<Operation> operationsOfUploads() {
        return operations().stream().filter(Operation::isOfUpload);
    }

    @Test
    void thereAreOperationsToWalk() {
        assertThat(operationsOfUploads()).hasSizeGreaterThan(8);
    }

    /** Gus may do with his own tenant's uploads what ann may with hers; of the history audrey may read hers only. */
    @ParameterizedTest
    @MethodSource("operationsOfUploads")
    void anotherTenantsUploadIsAnsweredExactlyLikeOneThatDoesNotExist(Operation operation) throws Exception {
        for (String stranger : List.of("gus", "augusta")) {
            HttpResponse<byte[]> foreign = call(stranger, operation, annsUpload);
            HttpResponse<byte[]> unknown =
                    call(stranger, operation, UUID.randomUUID().toString());
            HttpResponse<byte[]> noId = call(stranger, operation, "no-id");

            assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(noId.statusCode());
            assertThat(withoutCorrelation(foreign, annsUpload)).isEqualTo(withoutCorrelation(unknown, annsUpload));
            assertThat(foreign.statusCode()).isIn(403, 404);
        }
        assertThat(Stream.of("gus", "augusta").map(name -> code(name, operation)))
                .contains("UPLOAD_NOT_FOUND");
    }

    /** How to sign in is told to everybody. */
    static Stream<Operation> operationsOfSomebody() {
        return operations().stream().filter(operation -> !operation.path().endsWith("/sign-in"));
    }

    @ParameterizedTest
    @MethodSource("operationsOfSomebody")
    void withoutCredentialsNothingIsAnswered(Operation operation) throws Exception {
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request(operation, annsUpload).build(), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Operator.json(response).path("code").asText()).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aWrongPasswordOpensNothing(Operation operation) {
        Operator impostor = new Operator(service(), "ann", "wrong");

        HttpResponse<byte[]> response = impostor.send(
                impostor.request(operation.on(annsUpload)).method(operation.method(), BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aUserWithoutAuthoritiesSeesNoUploadAndChangesNothing(Operation operation) throws Exception {
        HttpResponse<byte[]> response = call("nobody", operation, annsUpload);

        if (operation.isOfUpload() || operation.method().equals("POST")) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Operator.json(response).path("code").asText()).isEqualTo("FORBIDDEN");
        } else {
            assertThat(response.statusCode()).isIn(200, 403, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsForSomebody(Operation operation) {
        assertThat(NAMES.stream()
                        .map(name -> status(name, operation, UUID.randomUUID().toString())))
                .anyMatch(status -> status != 403);
    }

    private static String code(String user, Operation operation) {
        return Operator.json(call(user, operation, annsUpload)).path("code").asText();
    }

    private static int status(String user, Operation operation, String upload) {
        return call(user, operation, upload).statusCode();
    }

    private static HttpResponse<byte[]> call(String user, Operation operation, String upload) {
        Operator operator = Installation.get().operator(user);
        return operator.send(
                operator.request(operation.on(upload)).method(operation.method(), BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(Operation operation, String upload) {
        return HttpRequest.newBuilder(service().resolve(operation.on(upload)))
                .method(operation.method(), BodyPublishers.noBody());
    }

    private static URI service() {
        return Installation.get().ann().request("/").build().uri();
    }

    private static String withoutCorrelation(HttpResponse<byte[]> response, String id) {
        return Operator.text(response)
                .replaceAll("\"correlationId\":\"[^\"]*\"", "")
                .replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
