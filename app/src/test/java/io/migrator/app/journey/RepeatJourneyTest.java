package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A file is sent again with the key that it came with. */
class RepeatJourneyTest {

    private static final Operator ANN = Installation.get().ann();

    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatIsToldWhatTheFirstWasTold() {
        String file = CustomerFiles.of(25, number -> CustomerFiles.row(key, number));
        HttpResponse<byte[]> first = post(file);
        HttpResponse<byte[]> second = post(file);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(Operator.text(second)).isEqualTo(Operator.text(first));
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aRepeatOfARejectedFileToo() {
        String file =
                CustomerFiles.of(25, number -> CustomerFiles.row(key, number)).replace("ACTIVE", "AWAKE");
        HttpResponse<byte[]> first = post(file);
        HttpResponse<byte[]> second = post(file);

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(Operator.json(second).get("uploadId"))
                .isEqualTo(Operator.json(first).get("uploadId"));
        assertThat(Operator.json(second).get("violations"))
                .isEqualTo(Operator.json(first).get("violations"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    private HttpResponse<byte[]> post(String file) {
        return ANN.send(ANN.request("/api/v1/uploads?fileName=again.csv")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(file)));
    }
}
