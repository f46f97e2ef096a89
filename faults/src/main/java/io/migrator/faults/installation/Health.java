package io.migrator.faults.installation;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * What a node of the service says of itself; every question is asked anew.
 *
 * @param node where it answers
 */
public record Health(URI node) {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;

    /** The health of a node. */
    public static Health of(URI node) {
        return new Health(node);
    }

    /** Whether it can answer requests. */
    public boolean isReady() {
        return status("/readiness") == HttpURLConnection.HTTP_OK;
    }

    /**
     * Asks.
     *
     * @param part {@code /liveness}, {@code /readiness}, or the empty text for all
     * @return the status of the answer; 0 when none came
     */
    public int status(String part) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    node.resolve("/actuator/health" + part).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0; // it does not listen yet, or is held
        }
    }
}
