package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers that fit nothing are set aside with a reason, stop nobody, change nothing, and can be sent again. */
class DeadLetterJourneyTest {

    private final Installation installation = Installation.get();
    private final Operator ann = installation.ann();
    private final Operator otto = installation.operator("otto");

    @Test
    void answersThatFitNothingAreSetAsideAndTheOthersGoOn() {
        long before = newestLetter();
        String id = ann.upload(CustomerFiles.of(50, n -> CustomerFiles.row("dead-", n)), "dead.csv");
        ann.start(id);
        AnswerTopic.send(
                "not JSON at all",
                "\0\0\0\0\005{\"version\":1}",
                answer("acme", UUID.randomUUID().toString(), 1, 1),
                answer("globex", id, 1, 1),
                answer("acme", id, 51, 1),
                answer("acme", id, 1, 9));

        JsonNode upload = ann.awaitStatus(id, "MIGRATE_FILE_COMPLETE");
        assertThat(upload.path("counts").path("success").asInt()).isEqualTo(50);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(codesAfter(before))
                .isEqualTo(Map.of("ANSWER_UNREADABLE", 2, "UPLOAD_UNKNOWN", 2, "ROW_UNKNOWN", 2)));
        assertThat(ann.download(id, "all")).doesNotContain("forged");
    }

    @Test
    void aLetterThatIsSentAgainIsSetAsideAgainWhenItStillFitsNothing() {
        long before = newestLetter();
        AnswerTopic.send("still not JSON");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lettersAfter(before)).hasSize(1));
        long letter = lettersAfter(before).get(0).path("id").asLong();

        HttpResponse<byte[]> sent = otto.post("/api/v1/dead-letters/" + letter + "/redelivery");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(Operator.json(sent).path("redeliveredBy").asText()).isEqualTo("otto");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(lettersAfter(letter)).hasSize(1));
    }

    private long newestLetter() {
        return lettersAfter(0).stream()
                .mapToLong(letter -> letter.path("id").asLong())
                .max()
                .orElse(0);
    }

    private Map<String, Integer> codesAfter(long id) {
        Map<String, Integer> codes = new TreeMap<>();
        lettersAfter(id).forEach(letter -> codes.merge(letter.path("code").asText(), 1, Integer::sum));
        return codes;
    }

    private List<JsonNode> lettersAfter(long id) {
        List<JsonNode> letters = new ArrayList<>();
        Operator.json(otto.get("/api/v1/dead-letters?limit=500")).path("items").forEach(letters::add);
        letters.removeIf(letter -> letter.path("id").asLong() <= id);
        return letters;
    }

    private static String answer(String tenant, String upload, int row, int attempt) {
        return "{\"version\":1,\"tenant\":\"" + tenant + "\",\"uploadId\":\"" + upload + "\",\"row\":" + row
                + ",\"attempt\":" + attempt + ",\"status\":\"SUCCESS\",\"pbjCustomerId\":\"forged\","
                + "\"assignedId\":\"forged\",\"crn\":\"forged\",\"action\":\"INSERTED\"}";
    }
}
