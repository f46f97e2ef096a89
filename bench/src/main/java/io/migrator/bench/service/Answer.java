package io.migrator.bench.service;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the service.
 *
 * @param body missing where the service sends none
 */
public record Answer(int status, JsonNode body) {

    /** The body, when the status is this one. */
    public JsonNode expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("the service answered " + status + " instead of " + expected + ": "
                    + body.path("code").asText() + " " + body.path("detail").asText());
        }
        return body;
    }
}
