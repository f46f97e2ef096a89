package io.migrator.api.filetypes.standard;

import io.migrator.api.filetypes.Column;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.rules.Format;
import io.migrator.api.filetypes.rules.OneOf;

/** Columns that several types have alike. */
final class CommonColumns {

    static final String CUSTOMER = "CUSTOMER_EXTERNAL_ID";
    static final String CUSTOMERS = "CUSTOMER_DETAILS";
    static final String PAYMENT_METHODS = "PAYMENT_METHODS";
    static final String LOTTERY_KEY = "LOTTERY_KEY";

    /** ISO 3166-1 alpha-2, as the running JDK knows it. */
    static final OneOf COUNTRIES = CodeLists.countries();

    /** ISO 4217, as the running JDK knows it. */
    static final OneOf CURRENCIES = CodeLists.currencies();

    private CommonColumns() {}

    static Column externalId(String description, String first, String second) {
        return Column.string(FileTypeSpec.EXTERNAL_ID)
                .required()
                .unique()
                .maxLength(100)
                .describedAs(description)
                .examples(first, second);
    }

    static Column customer() {
        return Column.string(CUSTOMER)
                .required()
                .refersTo(CUSTOMERS)
                .describedAs("EXTERNAL_ID of the customer to whom the record belongs")
                .examples("C-1001", "C-1002");
    }

    static Column lotteryKey() {
        return Column.string(LOTTERY_KEY).rule(Format.LOTTERY_KEY).describedAs("The lottery's key");
    }

    static Column lines() {
        return Column.uint("LINES")
                .required()
                .atLeast(1)
                .describedAs("How many lines are played")
                .examples("2", "1");
    }

    static Column numbers() {
        return Column.string("NUMBERS")
                .rule(Format.TICKET_NUMBERS)
                .mayHoldLongNumbers()
                .describedAs(
                        "The numbers played: parted by dashes, lines parted by bars; empty for numbers drawn at random")
                .examples("3-11-19-27-34-42|5-8-13-21-33-40", "");
    }

    static Column currency() {
        return Column.string("CURRENCY")
                .required()
                .rule(CURRENCIES)
                .describedAs("Currency of the amounts, ISO 4217")
                .examples("AUD", "AUD");
    }

    static Column cardLast4() {
        return Column.string("CARD_LAST4").rule(Format.digits(4)).describedAs("The card number's last four digits");
    }

    static Column cardExpiry() {
        return Column.string("CARD_EXPIRY").rule(Format.YEAR_MONTH).describedAs("The month in which the card expires");
    }
}
