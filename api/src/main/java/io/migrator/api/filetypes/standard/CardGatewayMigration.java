package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.string;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeDeclaration;
import io.migrator.api.filetypes.FileTypeSpec;

/** Cards that move from one payment gateway to another: the old token is replaced by the new one. */
public final class CardGatewayMigration implements FileType {

    @Override
    public FileTypeSpec spec() {
        FileTypeDeclaration type = FileTypeSpec.named("CARD_GATEWAY_MIGRATION")
                .titled("Card gateway migration", "One card's move to another payment gateway.")
                .ownedBy(CommonColumns.CUSTOMER)
                .column(CommonColumns.externalId("The payment method's external id", "PM-1", "PM-3")
                        .refersTo(CommonColumns.PAYMENT_METHODS))
                .column(CommonColumns.customer());
        gateways(type);
        return type.column(CommonColumns.cardLast4().required().examples("4242", "1881"))
                .column(CommonColumns.cardExpiry().required().examples("2028-04", "2027-11"))
                .column(string("NETWORK_TRANSACTION_ID")
                        .maxLength(64)
                        .describedAs("The card network's id of the first payment")
                        .examples("MCC123456789", ""))
                .condition(
                        "NEW_GATEWAY",
                        "Name another gateway than OLD_GATEWAY.",
                        (row, moment) -> !row.has("NEW_GATEWAY") || !row.is("NEW_GATEWAY", row.text("OLD_GATEWAY")))
                .build();
    }

    private static void gateways(FileTypeDeclaration type) {
        type.column(string("OLD_GATEWAY")
                        .required()
                        .describedAs("The gateway that holds the card now")
                        .examples("oldpay", "oldpay"))
                .column(string("OLD_TOKEN")
                        .required()
                        .unique()
                        .maxLength(255)
                        .secret()
                        .describedAs("That gateway's token for the card")
                        .examples("tok_7f3a9c21b4", "tok_1d9e0b77aa"))
                .column(string("NEW_GATEWAY")
                        .required()
                        .describedAs("The gateway that takes the card over")
                        .examples("newpay", "newpay"))
                .column(string("NEW_TOKEN")
                        .required()
                        .unique()
                        .maxLength(255)
                        .secret()
                        .describedAs("The new gateway's token for the card")
                        .examples("card_Vq81LmZ2xA", "card_Tk40PnW9cB"));
    }
}
