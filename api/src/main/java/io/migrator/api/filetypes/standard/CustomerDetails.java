package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.bool;
import static io.migrator.api.filetypes.Column.cents;
import static io.migrator.api.filetypes.Column.date;
import static io.migrator.api.filetypes.Column.string;
import static io.migrator.api.filetypes.Column.timestamp;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.cells.Digits;
import io.migrator.api.filetypes.rules.Bounds;
import io.migrator.api.filetypes.rules.Format;
import io.migrator.api.filetypes.rules.PhoneNumber;
import io.migrator.api.filetypes.rules.RowCells;
import java.time.LocalDate;

/** Customers: who they are, how they are reached, and the state of their accounts. Every other type refers to them. */
public final class CustomerDetails implements FileType {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("CUSTOMER_DETAILS")
                .titled("Customer details", "One customer with contact data, address and account settings.");
        person(type);
        address(type);
        account(type);
        return type.condition(
                        "EMAIL",
                        "Fill in EMAIL or MOBILE: at least one of them is required.",
                        (row, moment) -> row.has("EMAIL") || row.has("MOBILE"))
                .condition(
                        "POSTCODE",
                        "Write exactly four digits: COUNTRY is AU.",
                        (row, moment) -> !row.is("COUNTRY", "AU") || hasAustralianPostcode(row))
                .condition(
                        "COUNTRY",
                        "Fill in COUNTRY: it is required when ADDRESS_LINE_1 is filled in.",
                        (row, moment) -> !row.has("ADDRESS_LINE_1") || row.has("COUNTRY"))
                .build();
    }

    private static void person(FileTypeDeclaration type) {
        type.column(CommonColumns.externalId("The customer's key in the source system", "C-1001", "C-1002"))
                .column(string("TITLE")
                        .oneOf("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr")
                        .describedAs("Form of address")
                        .examples("Ms", ""))
                .column(string("FIRST_NAME")
                        .required()
                        .maxLength(44)
                        .describedAs("Given name")
                        .examples("Zoë", "Liam"))
                .column(string("LAST_NAME")
                        .required()
                        .maxLength(44)
                        .describedAs("Family name")
                        .examples("Nguyễn", "O'Connor"))
                .column(date("DATE_OF_BIRTH")
                        .required()
                        .rule(Bounds.notBefore(EARLIEST_BIRTH))
                        .rule(Bounds.yearsAgo(18))
                        .describedAs("Day of birth")
                        .examples("1980-02-29", "1995-11-03"))
                .column(string("EMAIL")
                        .unique()
                        .rule(Format.MAILBOX)
                        .describedAs("Mailbox address; EMAIL or MOBILE is required")
                        .examples("zoe@example.com", "liam@example.org"))
                .column(string("MOBILE")
                        .rule(PhoneNumber.ofCountryIn("COUNTRY"))
                        .mayHoldLongNumbers()
                        .describedAs("Mobile telephone number; EMAIL or MOBILE is required")
                        .examples("+61412345678", ""));
    }

    private static void address(FileTypeDeclaration type) {
        type.column(string("ADDRESS_LINE_1")
                        .maxLength(97)
                        .describedAs("Street and number")
                        .examples("Unit 4, 12 Harbour St", "1 Queen Rd"))
                .column(string("ADDRESS_LINE_2")
                        .maxLength(97)
                        .describedAs("Further line of the address")
                        .examples("", "Level 2"))
                .column(string("SUBURB")
                        .maxLength(44)
                        .describedAs("Suburb or town")
                        .examples("Manly", "Auckland"))
                .column(string("STATE")
                        .maxLength(44)
                        .describedAs("State or region")
                        .examples("NSW", ""))
                .column(string("POSTCODE")
                        .maxLength(10)
                        .describedAs("Postcode; four digits in Australia")
                        .examples("2095", "1010"))
                .column(string("COUNTRY")
                        .rule(CommonColumns.COUNTRIES)
                        .describedAs("Country, ISO 3166-1 alpha-2; required with ADDRESS_LINE_1")
                        .examples("AU", "NZ"));
    }

    private static void account(FileTypeDeclaration type) {
        type.column(string("ACCOUNT_STATUS")
                        .required()
                        .oneOf("ACTIVE", "LOCKED", "DEACTIVATED")
                        .describedAs("State of the account")
                        .examples("ACTIVE", "LOCKED"))
                .column(timestamp("REGISTERED_AT")
                        .rule(Bounds.notInFuture())
                        .describedAs("When the customer signed up")
                        .examples("2019-05-04T03:21:00Z", "2021-01-31T18:05:09+13:00"))
                .column(bool("EMAIL_VERIFIED")
                        .describedAs("Whether the mailbox address was confirmed")
                        .examples("true", "false"))
                .column(string("LOCALE")
                        .rule(Format.LANGUAGE_TAG)
                        .describedAs("Preferred language, BCP 47")
                        .examples("en-AU", "mi"))
                .column(date("SELF_EXCLUDED_UNTIL")
                        .describedAs("Last day of a self-exclusion")
                        .examples("", "2027-06-30"))
                .column(cents("WEEKLY_SPEND_LIMIT_CENTS")
                        .describedAs("Most the customer may spend in a week, in cents")
                        .examples("5000", ""));
    }

    private static boolean hasAustralianPostcode(RowCells row) {
        String postcode = row.text("POSTCODE");
        return postcode.isEmpty() || (postcode.length() == 4 && Digits.areDigits(postcode, 0, 4));
    }
}
