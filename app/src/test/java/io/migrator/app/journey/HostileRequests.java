package io.migrator.app.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A good file in a request that is not: types, forms, names and parameters. */
final class HostileRequests {

    private static final String VALID = CustomerFiles.of(3, row -> CustomerFiles.row("Q", row));

    private HostileRequests() {}

    static Stream<HostileInput> all() {
        return Stream.of(types(), forms(), parameters(), keys()).flatMap(List::stream);
    }

    private static List<HostileInput> types() {
        return Stream.of(
                        "text/plain",
                        "application/json",
                        "application/octet-stream",
                        "text/csv; charset=nonsense",
                        "text",
                        "text/csv; charset=\"",
                        "*/*",
                        "text/csv/csv",
                        "application/xml",
                        "image/png",
                        "multipart/mixed; boundary=x",
                        "application/x-www-form-urlencoded",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .map(type -> HostileInput.file("sent as " + type, VALID).headers(Map.of("Content-Type", type)))
                .toList();
    }

    private static List<HostileInput> forms() {
        List<HostileInput> inputs = new ArrayList<>(List.of(
                form("no boundary", "multipart/form-data", part("file", "a.csv", VALID) + "--x--\r\n"),
                form("an empty boundary", "multipart/form-data; boundary=", part("file", "a.csv", VALID)),
                form("another boundary", "multipart/form-data; boundary=y", part("file", "a.csv", VALID) + "--x--\r\n"),
                form("no part", part("other", "a.csv", VALID) + "--x--\r\n"),
                form("only the end", "--x--\r\n"),
                form("nothing at all", ""),
                form("a part that never ends", part("file", "a.csv", VALID)),
                form(
                        "a part without a name",
                        "--x\r\nContent-Disposition: form-data\r\n\r\n" + VALID + "\r\n--x--\r\n"),
                form("a part without headers", "--x\r\n\r\n" + VALID + "\r\n--x--\r\n"),
                form(
                        "a part with endless headers",
                        "--x\r\nA: " + "a".repeat(100_000) + "\r\n\r\n" + VALID + "\r\n--x--\r\n"),
                form("ten thousand parts", part("other", "a", "x").repeat(10_000) + "--x--\r\n"),
                form("a boundary of 5,000 characters", "multipart/form-data; boundary=" + "b".repeat(5_000), VALID),
                form("a card number as name", part("file", "4111111111111111.csv", VALID) + "--x--\r\n"),
                form("a nested form", part("file", "a.csv", part("file", "b.csv", VALID)) + "--x--\r\n")));
        for (int i = 1; i <= 20; i++) {
            String whole = part("file", "a.csv", VALID.repeat(20)) + "--x--\r\n";
            inputs.add(form("cut after " + i + " twenty-firsts", whole.substring(0, whole.length() * i / 21)));
        }
        return inputs;
    }

    private static List<HostileInput> parameters() {
        return Stream.of(
                        "?charset=nonsense",
                        "?charset=",
                        "?charset=UTF-7",
                        "?charset=..%2F..%2Fetc",
                        "?charset=%00",
                        "?charset=x-COMPOUND_TEXT",
                        "?charset=ISO-2022-CN",
                        "?spreadsheet=unsafe",
                        "?spreadsheet=",
                        "?spreadsheet=SAFE",
                        "?fileName=4111111111111111.csv",
                        "?fileName=4111-1111-1111-1111")
                .map(query -> HostileInput.file("parameters " + query, VALID).query(query))
                .toList();
    }

    private static List<HostileInput> keys() {
        return Stream.of("", " ", "k".repeat(256), "with\ttab")
                .map(key -> HostileInput.file("an idempotency key of " + key.length() + " characters: " + key, VALID)
                        .headers(Map.of("Content-Type", "text/csv", "Idempotency-Key", key)))
                .toList();
    }

    private static HostileInput form(String what, String body) {
        return form(what, "multipart/form-data; boundary=x", body);
    }

    private static HostileInput form(String what, String type, String body) {
        return new HostileInput(
                "a form with " + what, "", Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name, String fileName, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }
}
