package io.migrator.crm.load;

import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.wire.RowMessageWriter;
import io.migrator.api.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The messages of a made-up file: always the same for the same numbers. */
final class LoadRows {

    private static final List<String> FIRST_NAMES =
            List.of("Zoe", "Liam", "Anna", "Noah", "Mia", "Oliver", "Ruby", "Tom");
    private static final List<String> LAST_NAMES =
            List.of("Smith", "Nguyen", "Jones", "Brown", "Müller", "Lee", "Martin");

    private final String topic;
    private final String tenant;
    private final boolean notes;
    private final int seed;
    private final RowMessageWriter writer;

    /** @param seed other values for the same records when it differs */
    LoadRows(String topic, String tenant, boolean notes, int seed, long sequence) {
        this.topic = topic;
        this.tenant = tenant;
        this.notes = notes;
        this.seed = seed;
        String type = notes ? "CUSTOMER_NOTES" : "CUSTOMER_DETAILS";
        writer = new RowMessageWriter(FileTypes.load().get(type), tenant, new UUID(sequence, 1), 1, sequence);
    }

    ProducerRecord<byte[], byte[]> message(int row) {
        Random random = new Random(31L * row + seed);
        String customer = "C-%07d".formatted(row);
        byte[] key = WireCodec.key(tenant, customer).getBytes(StandardCharsets.UTF_8);
        List<String> cells = notes ? note(row, customer, random) : customer(row, customer, random);
        return new ProducerRecord<>(topic, key, writer.write(row, cells, null));
    }

    private static List<String> note(int row, String customer, Random random) {
        return List.of(
                "N-" + row,
                customer,
                "2024-05-06T07:08:%02dZ".formatted(random.nextInt(60)),
                "agent " + random.nextInt(40),
                "GENERAL",
                "false",
                "Called about the draw of the week; will call again. " + random.nextInt(1_000_000));
    }

    private static List<String> customer(int row, String externalId, Random random) {
        String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        return List.of(
                externalId,
                "Ms",
                first,
                LAST_NAMES.get(random.nextInt(LAST_NAMES.size())),
                "%d-%02d-%02d".formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                first + "." + row + "@example.com",
                "+614" + (10_000_000 + random.nextInt(90_000_000)),
                random.nextInt(200) + " Harbour St",
                "",
                "Manly",
                "NSW",
                "2095",
                "AU",
                "ACTIVE",
                "20%02d-05-04T03:21:00Z".formatted(10 + random.nextInt(14)),
                "true",
                "en-AU",
                "",
                Integer.toString(100 * random.nextInt(500)));
    }
}
