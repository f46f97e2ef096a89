package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.cents;
import static io.migrator.api.filetypes.Column.date;
import static io.migrator.api.filetypes.Column.string;
import static io.migrator.api.filetypes.Column.timestamp;
import static io.migrator.api.filetypes.Column.uint;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.rules.RowCells;
import io.migrator.api.filetypes.rules.UploadMoment;

/** Tickets that customers bought, and what they won. */
public final class TicketHistory implements FileType {

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("TICKET_HISTORY")
                .titled("Ticket history", "One ticket for one draw.")
                .ownedBy(CommonColumns.CUSTOMER);
        draw(type);
        purchase(type);
        return type.condition(
                        "PURCHASED_AT",
                        "Correct PURCHASED_AT or DRAW_DATE: a ticket is bought no later than on the day of its draw.",
                        TicketHistory::isBoughtInTime)
                .condition(
                        "PRIZE_CENTS",
                        "Leave PRIZE_CENTS empty: only a ticket whose STATUS is PAID has a prize.",
                        (row, moment) -> row.trimmed("PRIZE_CENTS").isEmpty() || row.is("STATUS", "PAID"))
                .build();
    }

    private static void draw(FileTypeDeclaration type) {
        type.column(CommonColumns.externalId("The ticket's key in the source system", "T-1", "T-2"))
                .column(CommonColumns.customer())
                .column(CommonColumns.lotteryKey().required().examples("POWERBALL_AU", "LOTTO_6_45"))
                .column(uint("DRAW_NUMBER")
                        .required()
                        .atLeast(1)
                        .describedAs("Number of the draw")
                        .examples("1450", "4321"))
                .column(date("DRAW_DATE")
                        .required()
                        .describedAs("Day of the draw")
                        .examples("2024-02-29", "2025-10-04"));
    }

    private static void purchase(FileTypeDeclaration type) {
        type.column(timestamp("PURCHASED_AT")
                        .required()
                        .describedAs("When the ticket was bought; not after the end of DRAW_DATE")
                        .examples("2024-02-28T07:15:00Z", "2025-10-01T10:00:00+10:00"))
                .column(CommonColumns.lines())
                .column(CommonColumns.numbers())
                .column(cents("PRICE_CENTS")
                        .required()
                        .describedAs("Price of the ticket, in minor units")
                        .examples("1420", "735"))
                .column(CommonColumns.currency())
                .column(string("STATUS")
                        .required()
                        .oneOf("PURCHASED", "PAID", "CANCELLED")
                        .describedAs("PAID when the prize was paid out")
                        .examples("PAID", "PURCHASED"))
                .column(cents("PRIZE_CENTS")
                        .describedAs("Prize paid, in minor units; only when STATUS is PAID")
                        .examples("2500", ""))
                .column(string("RECURRING_EXTERNAL_ID")
                        .refersTo("RECURRING_PURCHASES")
                        .describedAs("EXTERNAL_ID of the recurring purchase that bought it")
                        .examples("", "R-1"));
    }

    private static boolean isBoughtInTime(RowCells row, UploadMoment moment) {
        return !row.areSound("PURCHASED_AT", "DRAW_DATE")
                || !moment.isAfterDay(row.trimmed("PURCHASED_AT"), row.trimmed("DRAW_DATE"));
    }
}
