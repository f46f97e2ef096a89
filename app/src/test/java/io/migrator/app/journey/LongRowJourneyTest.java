package io.migrator.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The longest record that is taken in also goes over Kafka, in the form in which it grows the most. */
class LongRowJourneyTest {

    private static final String HEADER = "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,METHOD_TYPE,STATUS,IS_DEFAULT,GATEWAY,"
            + "GATEWAY_TOKEN,CARD_BRAND,CARD_LAST4,CARD_EXPIRY,CARDHOLDER_NAME,ACCOUNT_NAME,BSB,ACCOUNT_LAST4,"
            + "PAYPAL_EMAIL\n";

    private final Operator ann = Installation.get().ann();

    @Test
    void aRecordOfTheGreatestLengthIsMigrated() {
        String customer = ann.upload(CustomerFiles.of(1, n -> CustomerFiles.row("long-", n)), "long.csv");
        ann.start(customer);
        ann.awaitStatus(customer, "MIGRATE_FILE_COMPLETE");

        // JSON writes each of these characters as six
        String record =
                "long-method,long-1,BANK_ACCOUNT,ACTIVE,true,,,,,,," + "\u0001".repeat(130_900) + ",123456,1234,";
        String method = ann.upload(HEADER + record + "\n", "method.csv");
        ann.start(method);
        ann.awaitStatus(method, "MIGRATE_FILE_COMPLETE");

        assertThat(ann.download(method, "all")).contains(record);
    }

    @Test
    void aLongerOneIsRefused() {
        String record = "longer,long-1,BANK_ACCOUNT,ACTIVE,true,,,,,,," + "x".repeat(131_100) + ",123456,1234,";
        var refused = ann.postFile((HEADER + record + "\n").getBytes(StandardCharsets.UTF_8), "l.csv");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Operator.json(refused)
                        .path("violationCounts")
                        .path("ROW_TOO_LONG")
                        .asInt())
                .isEqualTo(1);
    }
}
