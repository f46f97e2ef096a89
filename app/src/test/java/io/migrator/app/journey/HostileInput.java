package io.migrator.app.journey;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that means no good, or went wrong on its way.
 *
 * @param what is wrong with it
 * @param query what follows the path of uploads
 * @param headers besides the credentials
 */
record HostileInput(String what, String query, Map<String, String> headers, byte[] body) {

    static HostileInput file(String what, byte[] body) {
        return new HostileInput(what, "?fileName=hostile.csv", Map.of("Content-Type", "text/csv"), body);
    }

    static HostileInput file(String what, String body) {
        return file(what, body.getBytes(StandardCharsets.UTF_8));
    }

    HostileInput query(String other) {
        return new HostileInput(what, other, headers, body);
    }

    HostileInput headers(Map<String, String> others) {
        return new HostileInput(what, query, others, body);
    }

    @Override
    public String toString() {
        return what;
    }
}
