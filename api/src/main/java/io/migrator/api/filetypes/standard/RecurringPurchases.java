package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.cents;
import static io.migrator.api.filetypes.Column.date;
import static io.migrator.api.filetypes.Column.string;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;

/** Purchases that repeat: on every draw, or by subscription. */
public final class RecurringPurchases implements FileType {

    private static final String KIND = "KIND";
    private static final String AUTOPLAY = "AUTOPLAY";
    private static final String SUBSCRIPTION = "SUBSCRIPTION";
    private static final String STATUS = "STATUS";
    private static final String ACTIVE = "ACTIVE";
    private static final String FREQUENCY = "FREQUENCY";
    private static final String EVERY_DRAW = "EVERY_DRAW";
    private static final String START = "START_DATE";
    private static final String END = "END_DATE";
    private static final String NEXT = "NEXT_PURCHASE_DATE";

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("RECURRING_PURCHASES")
                .titled("Recurring purchases", "One purchase that repeats.")
                .ownedBy(CommonColumns.CUSTOMER);
        purchase(type);
        schedule(type);
        return type.condition(
                        FREQUENCY,
                        "Use EVERY_DRAW when KIND is AUTOPLAY, and WEEKLY or MONTHLY when it is SUBSCRIPTION.",
                        (row, moment) -> !row.areSound(KIND, FREQUENCY)
                                || row.is(KIND, AUTOPLAY) == row.is(FREQUENCY, EVERY_DRAW))
                .condition(
                        END,
                        "Write a day not before START_DATE.",
                        (row, moment) ->
                                !row.areSound(START, END) || row.trimmed(END).compareTo(row.trimmed(START)) >= 0)
                .condition(
                        NEXT,
                        "Fill in NEXT_PURCHASE_DATE: an ACTIVE SUBSCRIPTION needs it.",
                        (row, moment) -> !row.is(KIND, SUBSCRIPTION)
                                || !row.is(STATUS, ACTIVE)
                                || !row.trimmed(NEXT).isEmpty())
                .requiredWhen("PAYMENT_METHOD_EXTERNAL_ID", STATUS, ACTIVE)
                .build();
    }

    private static void purchase(FileTypeDeclaration type) {
        type.column(CommonColumns.externalId("The recurring purchase's key in the source system", "R-1", "R-2"))
                .column(CommonColumns.customer())
                .column(string(KIND)
                        .required()
                        .oneOf(AUTOPLAY, SUBSCRIPTION)
                        .describedAs("Whether it plays every draw or by calendar")
                        .examples(AUTOPLAY, SUBSCRIPTION))
                .column(CommonColumns.lotteryKey().required().examples("POWERBALL_AU", "LOTTO_6_45"))
                .column(CommonColumns.lines())
                .column(CommonColumns.numbers())
                .column(cents("PRICE_CENTS")
                        .required()
                        .atLeast(1)
                        .describedAs("Price of one purchase, in minor units")
                        .examples("1420", "735"))
                .column(CommonColumns.currency());
    }

    private static void schedule(FileTypeDeclaration type) {
        type.column(string(STATUS)
                        .required()
                        .oneOf(ACTIVE, "PAUSED", "CANCELLED")
                        .describedAs("Whether it buys")
                        .examples(ACTIVE, ACTIVE))
                .column(string(FREQUENCY)
                        .required()
                        .oneOf(EVERY_DRAW, "WEEKLY", "MONTHLY")
                        .describedAs("How often it buys; EVERY_DRAW exactly when KIND is AUTOPLAY")
                        .examples(EVERY_DRAW, "MONTHLY"))
                .column(date(START).required().describedAs("First day").examples("2024-01-01", "2025-03-15"))
                .column(date(END).describedAs("Last day; not before START_DATE").examples("", "2027-03-14"))
                .column(date(NEXT)
                        .describedAs("Day of the next purchase; required when an ACTIVE SUBSCRIPTION")
                        .examples("", "2026-12-15"))
                .column(string("PAYMENT_METHOD_EXTERNAL_ID")
                        .refersTo(CommonColumns.PAYMENT_METHODS)
                        .describedAs("EXTERNAL_ID of the payment method; required when ACTIVE")
                        .examples("PM-1", "PM-2"));
    }
}
