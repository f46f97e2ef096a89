package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.bool;
import static io.migrator.api.filetypes.Column.string;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.rules.Format;
import java.util.List;

/** Ways in which customers pay: cards by the token of a gateway, never by their number. */
public final class PaymentMethods implements FileType {

    private static final String TYPE = "METHOD_TYPE";
    private static final String CARD = "CARD";
    private static final String BANK_ACCOUNT = "BANK_ACCOUNT";
    private static final String PAYPAL = "PAYPAL";

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("PAYMENT_METHODS")
                .titled("Payment methods", "One way in which a customer pays.")
                .ownedBy(CommonColumns.CUSTOMER);
        method(type);
        card(type);
        accounts(type);
        return type.requiredWhen("GATEWAY", TYPE, CARD)
                .requiredWhen("GATEWAY_TOKEN", TYPE, CARD)
                .requiredWhen("CARD_LAST4", TYPE, CARD)
                .requiredWhen("CARD_EXPIRY", TYPE, CARD)
                .requiredWhen("ACCOUNT_NAME", TYPE, BANK_ACCOUNT)
                .requiredWhen("BSB", TYPE, BANK_ACCOUNT)
                .requiredWhen("ACCOUNT_LAST4", TYPE, BANK_ACCOUNT)
                .requiredWhen("PAYPAL_EMAIL", TYPE, PAYPAL)
                .atMostOne(
                        "at most one IS_DEFAULT=true per customer",
                        List.of(CommonColumns.CUSTOMER),
                        "IS_DEFAULT",
                        "Leave IS_DEFAULT=true in one payment method of the customer only.",
                        row -> row.isTrue("IS_DEFAULT") && row.has(CommonColumns.CUSTOMER))
                .build();
    }

    private static void method(FileTypeDeclaration type) {
        type.column(CommonColumns.externalId("The payment method's key in the source system", "PM-1", "PM-2"))
                .column(CommonColumns.customer())
                .column(string(TYPE)
                        .required()
                        .oneOf(CARD, BANK_ACCOUNT, PAYPAL)
                        .describedAs("What kind it is")
                        .examples(CARD, BANK_ACCOUNT))
                .column(string("STATUS")
                        .required()
                        .oneOf("ACTIVE", "EXPIRED", "REMOVED")
                        .describedAs("Whether it can be used")
                        .examples("ACTIVE", "ACTIVE"))
                .column(bool("IS_DEFAULT")
                        .required()
                        .describedAs("Whether it is used unless another is chosen; at most one per customer")
                        .examples("true", "false"));
    }

    private static void card(FileTypeDeclaration type) {
        type.column(string("GATEWAY")
                        .describedAs("The payment gateway that holds the card")
                        .examples("oldpay", ""))
                .column(string("GATEWAY_TOKEN")
                        .unique()
                        .maxLength(255)
                        .secret()
                        .describedAs("The gateway's token for the card")
                        .examples("tok_7f3a9c21b4", ""))
                .column(string("CARD_BRAND")
                        .oneOf("VISA", "MASTERCARD", "AMEX", "DINERS", "OTHER")
                        .describedAs("The card's brand")
                        .examples("VISA", ""))
                .column(CommonColumns.cardLast4().examples("4242", ""))
                .column(CommonColumns.cardExpiry().examples("2028-04", ""))
                .column(string("CARDHOLDER_NAME")
                        .maxLength(100)
                        .describedAs("The name on the card")
                        .examples("ZOE NGUYEN", ""));
    }

    private static void accounts(FileTypeDeclaration type) {
        type.column(string("ACCOUNT_NAME")
                        .describedAs("Holder of the bank account")
                        .examples("", "Liam O'Connor"))
                .column(string("BSB")
                        .rule(Format.digits(6))
                        .describedAs("Bank and branch of the account")
                        .examples("", "062000"))
                .column(string("ACCOUNT_LAST4")
                        .rule(Format.digits(4))
                        .describedAs("The account number's last four digits")
                        .examples("", "9876"))
                .column(string("PAYPAL_EMAIL")
                        .rule(Format.MAILBOX)
                        .describedAs("Mailbox address of the PayPal account")
                        .examples("", ""));
    }
}
