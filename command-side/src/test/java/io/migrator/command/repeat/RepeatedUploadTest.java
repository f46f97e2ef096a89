package io.migrator.command.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.migrator.api.CsvDialect;
import io.migrator.api.Rejection;
import io.migrator.api.Sealed;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.command.StartMigration;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.command.SignedInCaller;
import io.migrator.command.intake.idempotency.Claim;
import io.migrator.command.intake.idempotency.Decided;
import io.migrator.command.intake.idempotency.IdempotencyKey;
import io.migrator.command.intake.idempotency.IdempotencyKeys;
import io.migrator.command.intake.idempotency.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = CommandSide.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            "axon.serializer.general=jackson",
            // as in the service: a session kept for the whole request holds on to a connection that is given back
            "spring.jpa.open-in-view=false"
        })
class RepeatedUploadTest {

    private static final String TYPE = "CUSTOMER_NOTES";
    private static final String FILE =
            FileTypes.load().get(TYPE).header().toString().replaceAll("[\\[\\] ]", "")
                    + "\nN-1,C-1,2020-01-01T00:00:00Z,,GENERAL,,hello\n";
    private static final String WRONG_FILE = FILE.replace("GENERAL", "OTHER");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private IdempotencyKeys keys;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcTemplate jdbc;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String key = "key-" + NUMBERS.incrementAndGet();

    @BeforeEach
    void forget() {
        jdbc.update("truncate idempotency_keys, upload_violations, domainevententry, snapshotevententry");
    }

    @Test
    void aRepeatGetsTheFirstAnswerAlthoughTheUploadHasMovedOn() throws Exception {
        HttpResponse<String> first = post("acme", key, FILE);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        commands.sendAndWait(new StartMigration(uploadId(first), "acme", 7, "bob"));

        HttpResponse<String> second = post("acme", "\"" + key + "\"", FILE);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("MIGRATE_FILE_READY");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void aRepeatShowsTheUploadAsItIsWhenTheFirstAnswerWasNeverGiven() throws Exception {
        HttpResponse<String> first = post("acme", key, FILE);
        jdbc.update("update idempotency_keys set answer = null");
        commands.sendAndWait(new StartMigration(uploadId(first), "acme", 7, "bob"));

        HttpResponse<String> second = post("acme", key, FILE);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(uploadId(second)).isEqualTo(uploadId(first));
        assertThat(second.body()).contains("MIGRATE_FILE_INPROGRESS");
    }

    @Test
    void aRejectedFileIsRejectedWithTheSameWordsAgain() throws Exception {
        HttpResponse<String> first = post("acme", key, WRONG_FILE);
        HttpResponse<String> second = post("acme", key, WRONG_FILE);

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(json.readTree(second.body())).isEqualTo(json.readTree(first.body()));
        assertThat(json.readTree(second.body())
                        .get("violations")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("CELL_ENUM");
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOneRequestOnly() throws Exception {
        post("acme", key, FILE);

        assertProblem(post("acme", key, WRONG_FILE), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(post("acme", key, FILE, "?fileName=other.csv"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(post("acme", key, FILE, "?spreadsheet=safe"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(post("acme", key, FILE, "?charset=windows-1252"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void anotherTenantsKeyHasNothingToDoWithIt() throws Exception {
        HttpResponse<String> ours = post("acme", key, FILE);
        HttpResponse<String> theirs = post("globex", key, WRONG_FILE);

        assertThat(ours.statusCode()).isEqualTo(201);
        assertThat(json.readTree(theirs.body()).get("code").asString()).isEqualTo("FILE_REJECTED");
        assertThat(uploads()).isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryRequestIsAnUploadOfItsOwn() throws Exception {
        assertThat(uploadId(post("acme", null, FILE))).isNotEqualTo(uploadId(post("acme", null, FILE)));
        assertThat(jdbc.queryForObject("select count(*) from idempotency_keys", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "two words"})
    void whatIsNoKeyIsMalformed(String text) throws Exception {
        assertProblem(post("acme", text, FILE), 400, "IDEMPOTENCY_KEY_INVALID");
        assertThat(uploads()).isZero();
    }

    @Test
    void aKeyMayBeAsLongAs255CharactersAndNoLonger() throws Exception {
        assertThat(post("acme", "k".repeat(255), FILE).statusCode()).isEqualTo(201);
        assertProblem(post("acme", "k".repeat(256), FILE), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void whileTheFirstIsWorkedOnASecondIsTurnedAway() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID upload = UUID.randomUUID();
        CompletableFuture<Decided> first = start(upload, waiting(upload, goOn));
        await().until(() -> storedUnder(upload));

        assertThatThrownBy(() -> once(UUID.randomUUID(), storing(upload)))
                .isInstanceOfSatisfying(Rejection.class, inUse -> {
                    assertThat(inUse.code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
                    assertThat(inUse.kind()).isEqualTo(Rejection.Kind.CONFLICT);
                    assertThat(inUse.retryAfter()).isPresent();
                });

        goOn.countDown();
        assertThat(first.join().outcome().uploadId()).isEqualTo(upload);
        assertThat(once(UUID.randomUUID(), storing(upload)))
                .extracting(Decided::isRepeat, Decided::outcome)
                .containsExactly(true, first.join().outcome());
    }

    @Test
    void oneOfWhichNothingIsHeardIsTakenOverAndCanChangeNothingAnyMore() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID paused = UUID.randomUUID();
        CompletableFuture<Decided> first = start(paused, waiting(paused, goOn));
        await().until(() -> storedUnder(paused));
        expireClaims();

        UUID next = UUID.randomUUID();
        Decided second = once(next, storing(next));
        goOn.countDown();

        assertThat(second.isRepeat()).isFalse();
        assertThatThrownBy(first::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Rejection.class, lost -> assertThat(lost.code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE"));
        assertThat(events(paused)).containsExactly("FileUploadRegistered", "StagingAbandoned");
        assertThat(events(next)).containsExactly("FileUploadRegistered", "RowsStaged", "StagingCompleted");
        assertThat(once(UUID.randomUUID(), storing(next)).outcome()).isEqualTo(second.outcome());
    }

    @Test
    void oneThatIsTakenOverBeforeItStoredAnythingNeverDoes() throws Exception {
        UUID late = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        assertThatThrownBy(() -> once(late, claim -> {
                    expireClaims();
                    once(next, storing(next));
                    return storing(late).apply(claim);
                }))
                .isInstanceOf(Rejection.class);
        assertThat(events(late)).isEmpty();
        assertThat(events(next)).hasSize(3);
    }

    @Test
    void aClaimThatIsRenewedIsNotTakenOver() {
        UUID upload = UUID.randomUUID();
        once(upload, claim -> {
            expireClaims();
            keys.renewClaims();
            assertThatThrownBy(() -> once(UUID.randomUUID(), storing(upload))).isInstanceOf(Rejection.class);
            return storing(upload).apply(claim);
        });
        assertThat(events(upload)).hasSize(3);
    }

    @Test
    void uploadAndOutcomeAppearTogetherOrNotAtAll() {
        UUID upload = UUID.randomUUID();
        assertThatThrownBy(() -> once(upload, claim -> {
                    begin(upload, claim);
                    return claim.end(() -> {
                        commands.sendAndWait(new CompleteStaging(upload));
                        throw new IllegalStateException("killed before the commit");
                    });
                }))
                .hasMessageContaining("killed");
        assertThat(events(upload)).containsExactly("FileUploadRegistered", "RowsStaged");

        UUID rejected = UUID.randomUUID();
        assertThatThrownBy(() -> once(
                        rejected,
                        claim -> claim.end(() -> {
                            commands.sendAndWait(new RejectFileUpload(
                                    rejected, "acme", "a.csv", null, 0, new java.util.TreeMap<>(), 1, "", "ann"));
                            throw new IllegalStateException("killed before the commit");
                        })))
                .hasMessageContaining("killed");
        assertThat(events(rejected)).isEmpty();
        assertThat(once(upload, claim -> Outcome.accepted(upload, 3)).isRepeat())
                .isFalse();
    }

    @Test
    void aFaultMakesTheKeyFreeForTheNextAttempt() {
        UUID failed = UUID.randomUUID();
        assertThatThrownBy(() -> once(failed, claim -> {
                    throw new IllegalStateException("told to fail");
                }))
                .hasMessage("told to fail");

        UUID next = UUID.randomUUID();
        assertThat(once(next, storing(next)).isRepeat()).isFalse();
    }

    @Test
    void ofManyAtOnceOneDoesTheWork() {
        List<CompletableFuture<Optional<UUID>>> attempts = java.util.stream.IntStream.range(0, 16)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    UUID upload = UUID.randomUUID();
                    try {
                        return Optional.of(
                                once(upload, storing(upload)).outcome().uploadId());
                    } catch (Rejection inUse) {
                        return Optional.<UUID>empty();
                    }
                }))
                .toList();
        assertThat(attempts.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .distinct())
                .hasSize(1);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void keysPastTheirRetentionAreForgottenUnlessSomebodyIsAtWork() {
        UUID done = UUID.randomUUID();
        once(done, storing(done));
        Instant now = Instant.now();
        assertThat(keys.removeExpired(now.plus(29, ChronoUnit.DAYS))).isZero();

        assertThat(keys.removeExpired(now.plus(31, ChronoUnit.DAYS))).isEqualTo(1);

        UUID next = UUID.randomUUID();
        once(next, claim -> {
            assertThat(keys.removeExpired(now.plus(31, ChronoUnit.DAYS))).isZero();
            return storing(next).apply(claim);
        });
    }

    private Decided once(UUID upload, Function<Claim, Outcome> work) {
        return keys.once(
                Optional.of(new IdempotencyKey("acme", key)),
                "digest",
                upload,
                old -> commands.sendAndWait(new AbandonStaging(old, "INTAKE_TAKEN_OVER")),
                work);
    }

    private CompletableFuture<Decided> start(UUID upload, Function<Claim, Outcome> work) {
        return CompletableFuture.supplyAsync(() -> once(upload, work));
    }

    private Function<Claim, Outcome> storing(UUID upload) {
        return claim -> {
            begin(upload, claim);
            return complete(upload, claim);
        };
    }

    /** Registers, then waits before it goes on. */
    private Function<Claim, Outcome> waiting(UUID upload, CountDownLatch goOn) {
        return claim -> {
            claim.begin(() -> commands.sendAndWait(registration(upload)));
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            stage(upload, claim);
            return complete(upload, claim);
        };
    }

    private void begin(UUID upload, Claim claim) {
        claim.begin(() -> commands.sendAndWait(registration(upload)));
        stage(upload, claim);
    }

    private void stage(UUID upload, Claim claim) {
        claim.proceed(() -> commands.sendAndWait(new StageRows(upload, 0, 1, 1, Sealed.of(new byte[10]))));
    }

    private Outcome complete(UUID upload, Claim claim) {
        return claim.end(() -> Outcome.accepted(upload, commands.<Long>sendAndWait(new CompleteStaging(upload))));
    }

    private static RegisterFileUpload registration(UUID upload) {
        return new RegisterFileUpload(upload, "acme", "n.csv", TYPE, CsvDialect.RFC_4180, 1, 1000, 99, "abc", 0, "ann");
    }

    private boolean storedUnder(UUID upload) {
        return !events(upload).isEmpty();
    }

    private void expireClaims() {
        jdbc.update("update idempotency_keys set claimed_until = now() - interval '1 second'");
    }

    private List<String> events(UUID upload) {
        return jdbc.queryForList(
                "select regexp_replace(payloadtype, '.*\\.', '') from domainevententry where aggregateidentifier = ?"
                        + " order by sequencenumber",
                String.class,
                upload.toString());
    }

    private int uploads() {
        Integer uploads =
                jdbc.queryForObject("select count(distinct aggregateidentifier) from domainevententry", Integer.class);
        return uploads == null ? 0 : uploads;
    }

    private UUID uploadId(HttpResponse<String> answer) {
        return UUID.fromString(json.readTree(answer.body()).get("id").asString());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    private HttpResponse<String> post(String tenant, String key, String text) throws Exception {
        return post(tenant, key, text, "?fileName=notes.csv");
    }

    private HttpResponse<String> post(String tenant, String key, String text, String query) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/uploads" + query))
                .header("Content-Type", "text/csv")
                .header(SignedInCaller.TENANT, tenant)
                .POST(BodyPublishers.ofString(text));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
