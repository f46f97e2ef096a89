package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OpenAPI document of the running service against the REST contract. */
class RestContractTest {

    private static final Set<String> CONTRACT = Set.of(
            "get /api/v1/sign-in",
            "get /api/v1/me",
            "get /api/v1/broker",
            "get /api/v1/migrations",
            "get /api/v1/statistics",
            "get /api/v1/file-types",
            "get /api/v1/file-types/{}",
            "get /api/v1/file-types/{}/template.csv",
            "get /api/v1/file-types/{}/schema.json",
            "get /api/v1/file-types/{}/documentation",
            "post /api/v1/uploads",
            "get /api/v1/uploads",
            "get /api/v1/uploads/{}",
            "get /api/v1/uploads/{}/events",
            "get /api/v1/uploads/{}/file",
            "get /api/v1/uploads/{}/progress",
            "get /api/v1/uploads/{}/rows",
            "get /api/v1/uploads/{}/rows/{}",
            "get /api/v1/uploads/{}/violations",
            "post /api/v1/uploads/{}/migration",
            "post /api/v1/uploads/{}/migration/resume",
            "post /api/v1/uploads/{}/migration/retry",
            "post /api/v1/uploads/{}/migration/cancel",
            "get /api/v1/projections",
            "post /api/v1/projections/{}/reset",
            "get /api/v1/dead-letters",
            "post /api/v1/dead-letters/{}/redelivery");

    private static JsonNode document;

    @BeforeAll
    static void read() {
        HttpResponse<byte[]> response = Installation.get().ann().get("/v3/api-docs");
        assertThat(response.statusCode()).as(() -> Operator.text(response)).isEqualTo(200);
        document = Operator.json(response);
    }

    @Test
    void theDocumentHoldsTheContractAndNothingElse() {
        Set<String> described = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> described.add(method + " " + path.getKey().replaceAll("\\{[^}]*}", "{}"))));

        assertThat(described).containsExactlyInAnyOrderElementsOf(CONTRACT);
    }

    @Test
    void whoCallsIsNoParameter() {
        List<String> names = new ArrayList<>();
        document.findParents("in")
                .forEach(parameter -> names.add(parameter.path("name").asText()));

        assertThat(names).contains("id", "cursor").doesNotContain("caller", "authentication");
        assertThat(document.at("/components/schemas/Caller").isMissingNode()).isTrue();
    }

    @Test
    void everyOperationNamesTheProblemDocument() {
        for (JsonNode path : document.get("paths")) {
            for (Map.Entry<String, JsonNode> operation : path.properties()) {
                assertThat(operation
                                .getValue()
                                .at("/responses/401/content/application~1problem+json/schema/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
        assertThat(document.at("/components/schemas/Problem/properties").properties())
                .extracting(Map.Entry::getKey)
                .contains("code", "detail", "correlationId");
    }

    @Test
    void theDocumentSaysHowToSignIn() {
        assertThat(document.at("/components/securitySchemes/basic/scheme").asText())
                .isEqualTo("basic");
        assertThat(document.at("/components/securitySchemes/token/bearerFormat").asText())
                .isEqualTo("JWT");
    }
}
