package io.migrator.faults.scenario;

import io.migrator.api.wire.Topics;
import io.migrator.faults.installation.CuttableLine;
import io.migrator.faults.installation.Installation;
import io.migrator.faults.installation.JavaProgram;
import io.migrator.faults.installation.Pause;
import io.migrator.faults.installation.Victim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the faults of scenarios happen, one after another; for one thread. Remembers what has to be found in the dead letters. */
public final class Saboteur implements AutoCloseable {

    /** Long enough for rows that are ready to be on their way. */
    private static final long BROKER_AWAY_MILLIS = 1_500;

    private static final long ORDERED_MILLIS = 5_000;
    private static final int UNSENT_ROWS = 60;
    private static final int UPLOADS = 300;
    private static final long UPLOAD_PAUSE_MILLIS = 200;

    /** Then nothing is being stored, and the service is killed all the same. */
    private static final long STORING_MILLIS = 4_000;

    /** Of several chunks, so that it can be half stored. */
    private static final int GIVEN_UP_ROWS = 1_500;

    private static final int CROWD = 4;
    private static final long CROWD_MILLIS = 300;
    private static final String CROWD_TENANT = "crowd";

    private final Installation installation;
    private final Progress progress;
    private final Journal journal;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Integer> happened = new TreeMap<>();
    private final List<String> poison = new ArrayList<>();
    private final List<Scenario.Plan> left = new ArrayList<>();
    private int kills;

    /** @param progress is told when a fault is over */
    public Saboteur(Installation installation, Progress progress, Journal journal) {
        this.installation = installation;
        this.progress = progress;
        this.journal = journal;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        installation.bootstrapServers(),
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        Integer.MAX_VALUE),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void sabotage(Scenario scenario) {
        Random random = new Random(scenario.seed());
        for (Fault fault : scenario.faults()) {
            Pause.millis(fault.afterMillis());
            happen(fault, scenario, random);
            journal.add("over");
            progress.faultIsOver();
        }
        producer.flush();
    }

    private void happen(Fault fault, Scenario scenario, Random random) {
        List<Victim> victims = installation.victims();
        Victim victim = victims.get(fault.part() % victims.size());
        switch (fault.kind()) {
            case KILL -> kill(List.of(victim), fault);
            case KILL_TWO -> kill(List.of(victim, victims.get((fault.part() + 1) % victims.size())), fault);
            case KILL_WITHOUT_BROKER -> killWithoutBroker(fault, scenario, random);
            case KILL_WHILE_STORING -> killWhileStoring(fault, scenario, random);
            case HOLD -> {
                count("held: " + victim.name());
                victim.hold();
                Pause.millis(fault.millis());
                victim.release();
            }
            case CUT -> {
                CuttableLine line = installation
                        .lines()
                        .get(fault.part() % installation.lines().size());
                count("cut: " + line.name());
                line.cut();
            }
            case FULL_DISK -> {
                count("full disk");
                installation.letServiceWrite(false);
                Pause.millis(fault.millis());
                installation.letServiceWrite(true);
            }
            case POISON -> {
                count("poison");
                poison(scenario, random);
            }
            case STRANGE_ANSWERS -> {
                count("strange answers");
                strangeAnswers(scenario, random);
            }
        }
    }

    private void kill(List<Victim> dying, Fault fault) {
        for (Victim victim : dying) {
            count("killed: " + victim.name());
            kills++;
            victim.kill();
        }
        Pause.millis(fault.millis());
        dying.forEach(Victim::restart);
    }

    /**
     * What was handed to a client of the broker, and is not acknowledged, dies with its process. A file of its own is started while
     * the broker is away, so that there is something; an operator brings it to its end afterwards.
     */
    private void killWithoutBroker(Fault fault, Scenario scenario, Random random) {
        count("killed one after the other: broker, service");
        SentFile file = file(scenario, "s" + scenario.seed() + "-unsent-", UNSENT_ROWS, random);
        JavaProgram node = node(fault);
        Api api = new Api(installation.urls(), file.tenant());
        settle(api, file(scenario, "s" + scenario.seed() + "-sent-", UNSENT_ROWS, random));
        String id = upload(api, file);
        installation.broker().kill();
        if (!id.isEmpty()) {
            api.post("/api/v1/uploads/" + id + "/migration");
            Ordered.await(installation, id, ORDERED_MILLIS);
        }
        Pause.millis(BROKER_AWAY_MILLIS);
        kills += 2;
        node.kill();
        installation.broker().restart();
        node.restart();
        left.add(new Scenario.Plan(file, false));
    }

    /** A client that has not sent a row yet does not know the topic, and takes none while the broker is away. */
    private void settle(Api api, SentFile file) {
        String id = upload(api, file);
        left.add(new Scenario.Plan(file, false));
        if (id.isEmpty()) {
            return;
        }
        api.post("/api/v1/uploads/" + id + "/migration");
        for (int i = 0; i < UPLOADS && !isComplete(api, id); i++) {
            Pause.millis(UPLOAD_PAUSE_MILLIS);
        }
    }

    private static boolean isComplete(Api api, String id) {
        return api.get("/api/v1/uploads/" + id)
                .filter(answer -> answer.status() == 200)
                .filter(answer -> answer.json().path("status").asText().equals("MIGRATE_FILE_COMPLETE"))
                .isPresent();
    }

    /** After the fault before, the service may have to start first; the id is empty when it has not for a minute. */
    private static String upload(Api api, SentFile file) {
        for (int i = 0; i < UPLOADS; i++) {
            Optional<Api.Answer> answer = api.upload(file);
            if (answer.filter(taken -> taken.status() == 201).isPresent()) {
                return answer.get().json().path("id").asText();
            }
            Pause.millis(UPLOAD_PAUSE_MILLIS);
        }
        return "";
    }

    private static SentFile file(Scenario scenario, String prefix, int rows, Random random) {
        String tenant = scenario.files().get(0).file().tenant();
        String name = prefix + random.nextInt(Integer.MAX_VALUE);
        return new SentFile(
                tenant,
                name,
                FileKind.CUSTOMER_DETAILS,
                IntStream.range(0, rows)
                        .mapToObj(n -> FileKind.CUSTOMER_DETAILS.row(random, name + "-" + n, ""))
                        .toList());
    }

    /**
     * Somebody sends a file, the node that stores it dies, and it is never sent again: the service has to give up by itself what is
     * there of it.
     */
    private void killWhileStoring(Fault fault, Scenario scenario, Random random) {
        count("killed while a file was stored: service");
        int number = fault.part() % installation.services().size();
        JavaProgram node = installation.services().get(number);
        SentFile file = file(scenario, "given-up-", GIVEN_UP_ROWS, random);
        Api api = new Api(List.of(installation.urls().get(number)), file.tenant());
        Thread sender = new Thread(() -> api.upload(file), "gives-up");
        sender.setDaemon(true);
        sender.start();
        try (HalfStored halfStored = HalfStored.in(installation, file.name())) {
            halfStored.await(STORING_MILLIS);
        }
        kills++;
        node.kill();
        node.restart();
    }

    private JavaProgram node(Fault fault) {
        List<JavaProgram> nodes = installation.services();
        return nodes.get(fault.part() % nodes.size());
    }

    private void poison(Scenario scenario, Random random) {
        for (String topic : List.of(Topics.ROWS, Topics.ANSWERS)) {
            String mark = "poison " + scenario.seed() + " " + random.nextInt();
            send(topic, random.nextBoolean() ? mark : "{\"version\":1,\"row\":\"" + mark + "\"}");
        }
    }

    /**
     * Answers that come one poll after another while the database stands still: they wait side by side, and are to be taken in
     * in the order in which they came. Nothing else goes on meanwhile, so that the last of them is the last that is taken in.
     */
    void crowd(Scenario scenario) {
        Random random = new Random(scenario.seed());
        journal.add("answers crowd");
        installation.database().hold();
        for (int n = 0; n < CROWD; n++) {
            send(Topics.ANSWERS, answer(CROWD_TENANT, new UUID(scenario.seed(), random.nextLong()), 1));
            producer.flush();
            Pause.millis(CROWD_MILLIS);
        }
        installation.database().release();
    }

    private void strangeAnswers(Scenario scenario, Random random) {
        String tenant = scenario.files().get(0).file().tenant();
        send(Topics.ANSWERS, answer(tenant, new UUID(scenario.seed(), random.nextLong()), 1));
        send(Topics.ANSWERS, answer("nobody", new UUID(scenario.seed(), random.nextLong()), 1));
    }

    private static String answer(String tenant, UUID upload, int row) {
        return "{\"version\":1,\"tenant\":\"" + tenant + "\",\"uploadId\":\"" + upload + "\",\"row\":" + row
                + ",\"attempt\":1,\"status\":\"SUCCESS\",\"pbjCustomerId\":\"1\",\"assignedId\":\"1\",\"crn\":\"1\","
                + "\"action\":\"INSERTED\"}";
    }

    private void send(String topic, String value) {
        poison.add(value);
        producer.send(new ProducerRecord<>(topic, "stranger", value.getBytes(StandardCharsets.UTF_8)));
    }

    private void count(String fault) {
        journal.add(fault);
        happened.merge(fault, 1, Integer::sum);
    }

    /** Files that faults have left behind and that somebody has to bring to their end, since this was asked last. */
    List<Scenario.Plan> takeLeft() {
        List<Scenario.Plan> taken = List.copyOf(left);
        left.clear();
        return taken;
    }

    /** Faults by kind and how often each happened. */
    public Map<String, Integer> happened() {
        return Map.copyOf(happened);
    }

    /** How many processes were killed. */
    public int kills() {
        return kills;
    }

    /** The messages that have to end in a dead-letter topic. */
    public List<String> poison() {
        return List.copyOf(poison);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
