package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.bool;
import static io.migrator.api.filetypes.Column.string;
import static io.migrator.api.filetypes.Column.timestamp;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.rules.Bounds;
import java.util.List;

/** What customers agreed to be told, and how. */
public final class CommunicationPreferences implements FileType {

    private static final String CHANNEL = "CHANNEL";
    private static final String PURPOSE = "PURPOSE";
    private static final List<String> KEY =
            List.of(CommonColumns.CUSTOMER, CHANNEL, PURPOSE, CommonColumns.LOTTERY_KEY);

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("COMMUNICATION_PREFERENCES")
                .titled("Communication preferences", "One customer's choice for one channel and purpose.")
                .ownedBy(CommonColumns.CUSTOMER)
                .column(CommonColumns.externalId("The preference's key in the source system", "CP-1", "CP-2"))
                .column(CommonColumns.customer());
        choice(type);
        return type.atMostOne(
                        "one row per (CUSTOMER_EXTERNAL_ID, CHANNEL, PURPOSE, LOTTERY_KEY)",
                        KEY,
                        CHANNEL,
                        "Leave one row for each customer, channel, purpose and lottery.",
                        row -> row.areSound(CommonColumns.CUSTOMER, CHANNEL, PURPOSE))
                .build();
    }

    private static void choice(FileTypeDeclaration type) {
        type.column(string(CHANNEL)
                        .required()
                        .oneOf("EMAIL", "SMS", "PHONE", "POST")
                        .describedAs("How the customer is reached")
                        .examples("EMAIL", "SMS"))
                .column(string(PURPOSE)
                        .required()
                        .oneOf("MARKETING", "RESULTS", "REMINDERS")
                        .describedAs("What the customer is told")
                        .examples("MARKETING", "RESULTS"))
                .column(CommonColumns.lotteryKey()
                        .describedAs("The lottery's key; empty = every lottery")
                        .examples("", "POWERBALL_AU"))
                .column(bool("OPTED_IN")
                        .required()
                        .describedAs("Whether the customer agreed")
                        .examples("true", "false"))
                .column(timestamp("CAPTURED_AT")
                        .required()
                        .rule(Bounds.notInFuture())
                        .describedAs("When the choice was made; the latest one counts")
                        .examples("2023-08-01T00:00:00Z", "2025-02-11T19:45:30+11:00"))
                .column(string("CAPTURE_SOURCE")
                        .required()
                        .maxLength(100)
                        .describedAs("Where the choice was made")
                        .examples("Web sign-up", "Call centre"));
    }
}
