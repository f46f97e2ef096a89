package io.migrator.app.web;

import io.migrator.api.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The OpenAPI document: what the controllers say about themselves, and what holds for all of them — how to sign in, and the
 * problem document that every refusal is answered with.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    static {
        // Who calls is known from the credentials; it is no parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Customer migrator")
                        .version("v1")
                        .description("Upload customer data as CSV, migrate it row by row, follow it, and download the"
                                + " marked-up result. Every refusal is a problem document (RFC 9457) with a code."))
                .components(new Components()
                        .addSecuritySchemes("basic", http("basic"))
                        .addSecuritySchemes("token", http("bearer").bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OpenApiCustomizer commonAnswers() {
        return api -> {
            // Here and not above, where it would be removed: nothing refers to it yet.
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().forEach((path, item) -> item.readOperationsMap()
                    .forEach((method, operation) -> describeProblems(path, method, operation)));
        };
    }

    private static void describeProblems(String path, PathItem.HttpMethod method, Operation operation) {
        answer(operation, "400", "The request is malformed.");
        answer(operation, "401", "Credentials are missing or wrong.");
        answer(operation, "403", "The caller's authorities do not allow this.");
        if (path.contains("{")) {
            answer(operation, "404", "There is no such thing in the caller's tenant.");
        }
        if (method == PathItem.HttpMethod.POST) {
            answer(operation, "409", "The present state does not allow this.");
        }
        answer(operation, "500", "The request failed; the reason is logged under the correlation id.");
        answer(operation, "503", "Cannot be served right now; Retry-After says when to try again.");
    }

    /** What a controller says about a status itself stands. */
    private static void answer(Operation operation, String status, String meaning) {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .putIfAbsent(
                        status,
                        new ApiResponse()
                                .description(meaning)
                                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457. Some codes carry properties of their own beside these.")
                .addProperty("title", new StringSchema().description("the status in words"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("a sentence that says what to do"))
                .addProperty("code", new StringSchema().description("stable; what a program decides by"))
                .addProperty("correlationId", new StringSchema().description("joins the answer with the log"));
    }

    private static SecurityScheme http(String scheme) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme);
    }
}
