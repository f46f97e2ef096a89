package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static io.migrator.crm.Rows.card;
import static io.migrator.crm.Rows.customer;
import static io.migrator.crm.Rows.gatewayMigration;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.Rows.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardGatewayMigrationTest {

    private static final Installation TARGET = new Installation();
    private static final Row CARD = card("PM-1", "EXT-1").at(1);
    private static final Row MOVE = gatewayMigration("PM-1", "EXT-1").at(2);
    private static final Row REPLACED = CARD.at(3)
            .with("GATEWAY", "THIRDPAY")
            .with("GATEWAY_TOKEN", "tok-third")
            .with("CARD_LAST4", "1881")
            .with("CARD_EXPIRY", "2033-01");

    @BeforeEach
    void twoCustomers() {
        TARGET.empty();
        TARGET.take(customer("EXT-1"), customer("EXT-2"));
    }

    @Test
    void aCardThatIsAsExpectedGetsTheNewGatewayAndToken() {
        RowAnswer stored = TARGET.takeOne(CARD);

        RowAnswer moved = TARGET.takeOne(MOVE);

        assertAction(moved, Action.UPDATED);
        assertThat(moved.assignedId()).isEqualTo(stored.assignedId());
        assertThat(moved.pbjCustomerId()).isEqualTo(stored.pbjCustomerId());
        assertThat(gateway()).isEqualTo("NEWPAY tok-new ntx-1");
        assertAction(TARGET.takeOne(MOVE), Action.UNCHANGED);
    }

    @Test
    void aCardThatIsMovedAlreadyIsLeftAsItIs() {
        TARGET.takeOne(CARD.with("GATEWAY", "NEWPAY").with("GATEWAY_TOKEN", "tok-new"));

        assertAction(TARGET.takeOne(MOVE.without("NETWORK_TRANSACTION_ID")), Action.UNCHANGED);
        assertThat(gateway()).isEqualTo("NEWPAY tok-new null");
    }

    @Test
    void nothingIsEverInserted() {
        assertRefused(TARGET.takeOne(MOVE), "TARGET_PAYMENT_METHOD_UNKNOWN");
        assertThat(TARGET.query("SELECT * FROM crm.payment_methods")).isEmpty();
    }

    @Test
    void theCardMustBelongToTheCustomer() {
        TARGET.takeOne(CARD);

        assertRefused(TARGET.takeOne(MOVE.with("CUSTOMER_EXTERNAL_ID", "EXT-2")), "TARGET_PAYMENT_METHOD_UNKNOWN");
        assertRefused(TARGET.takeOne(MOVE.with("CUSTOMER_EXTERNAL_ID", "EXT-9")), "TARGET_CUSTOMER_UNKNOWN");
        assertThat(gateway()).isEqualTo("OLDPAY tok-old null");
    }

    @ParameterizedTest
    @CsvSource({
        "OLD_GATEWAY, OTHERPAY",
        "OLD_TOKEN, tok-other",
        "CARD_LAST4, 0000",
        "CARD_EXPIRY, 2030-01",
    })
    void aCardThatIsNotAsExpectedIsAConflictThatRaisesNoFence(String column, String value) {
        TARGET.takeOne(CARD);

        assertRefused(TARGET.takeOne(MOVE.at(9).with(column, value)), "TARGET_CONFLICT");
        assertThat(gateway()).isEqualTo("OLDPAY tok-old null");
        assertAction(TARGET.takeOne(MOVE.at(2)), Action.UPDATED);
    }

    @Test
    void halfOldAndHalfNewIsAConflict() {
        TARGET.takeOne(CARD.with("GATEWAY", "NEWPAY"));

        assertRefused(TARGET.takeOne(MOVE), "TARGET_CONFLICT");
    }

    @Test
    void aPaymentMethodWithoutCardIsAConflict() {
        TARGET.takeOne(CARD.with("METHOD_TYPE", "BANK_ACCOUNT")
                .without("GATEWAY")
                .without("GATEWAY_TOKEN")
                .without("CARD_LAST4")
                .without("CARD_EXPIRY"));

        assertRefused(TARGET.takeOne(MOVE), "TARGET_CONFLICT");
    }

    @Test
    void theFileThatBroughtTheCardDoesNotUndoTheMoveWhenItIsDeliveredAgain() {
        TARGET.take(CARD, MOVE);

        assertAction(TARGET.takeOne(CARD), Action.UNCHANGED);
        assertThat(gateway()).isEqualTo("NEWPAY tok-new ntx-1");
    }

    @Test
    void theMoveDeliveredAgainAfterALaterChangeSucceedsAndChangesNothing() {
        TARGET.take(CARD, MOVE, REPLACED);

        RowAnswer again = TARGET.takeOne(MOVE);

        assertThat(again.error()).isNull();
        assertThat(gateway()).isEqualTo("THIRDPAY tok-third ntx-1");
    }

    @Test
    void aMoveThatIsOvertakenInEveryColumnIsSuperseded() {
        TARGET.take(CARD, REPLACED);

        assertAction(TARGET.takeOne(MOVE.without("NETWORK_TRANSACTION_ID")), Action.SUPERSEDED);
        assertThat(gateway()).isEqualTo("THIRDPAY tok-third null");
    }

    @Test
    void theMoveEndsTheSameBeforeAndAfterALaterChange() {
        TARGET.take(CARD, MOVE, REPLACED);
        String inOrder = gateway();
        TARGET.empty();
        TARGET.take(customer("EXT-1"), CARD, REPLACED, MOVE);

        assertThat(gateway()).isEqualTo(inOrder);
    }

    @Test
    void anOlderFileThatComesLateDoesNotTearTokenAndCardApart() {
        TARGET.take(CARD.at(1), MOVE.at(3));

        TARGET.takeOne(REPLACED.at(2));

        assertThat(TARGET.query("SELECT gateway, gateway_token, card_last4, card_expiry FROM crm.payment_methods"))
                .containsExactly("NEWPAY tok-new 4242 2031-12");
    }

    @Test
    void aMoveWithoutAMandatoryColumnIsRefused() {
        TARGET.takeOne(CARD);

        assertRefused(TARGET.takeOne(MOVE.without("NEW_TOKEN")), "TARGET_VALUE_MISSING");
    }

    private static String gateway() {
        return TARGET.query("SELECT gateway, gateway_token, network_transaction_id FROM crm.payment_methods")
                .get(0);
    }
}
