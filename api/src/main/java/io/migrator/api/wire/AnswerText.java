package io.migrator.api.wire;

import org.jspecify.annotations.Nullable;

/** The JSON of an answer; what it does not have is left out. */
final class AnswerText {

    private static final int USUAL_SIZE = 320;

    private AnswerText() {}

    static byte[] of(RowAnswer answer) {
        JsonText json = new JsonText(USUAL_SIZE).raw('{');
        json.name("version").number(answer.version());
        json.name("tenant").text(answer.tenant());
        json.name("uploadId").text(answer.uploadId().toString());
        json.name("row").number(answer.row());
        json.name("attempt").number(answer.attempt());
        json.name("status").text(answer.status().name());
        optional(json, "pbjCustomerId", answer.pbjCustomerId());
        optional(json, "assignedId", answer.assignedId());
        optional(json, "crn", answer.crn());
        RowAnswer.Action action = answer.action();
        optional(json, "action", action == null ? null : action.name());
        RowAnswer.Error error = answer.error();
        if (error != null) {
            json.name("error").raw('{').name("code").text(error.code());
            optional(json, "message", error.message());
            json.raw('}');
        }
        return json.raw('}').toBytes();
    }

    private static void optional(JsonText json, String name, @Nullable String text) {
        if (text != null) {
            json.name(name).text(text);
        }
    }
}
