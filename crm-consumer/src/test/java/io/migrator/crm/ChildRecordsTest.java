package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static io.migrator.crm.Rows.card;
import static io.migrator.crm.Rows.customer;
import static io.migrator.crm.Rows.note;
import static io.migrator.crm.Rows.preference;
import static io.migrator.crm.Rows.recurring;
import static io.migrator.crm.Rows.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.Rows.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChildRecordsTest {

    private static final Installation TARGET = new Installation();

    @BeforeEach
    void twoCustomers() {
        TARGET.empty();
        TARGET.take(customer("EXT-1"), customer("EXT-2"), card("PM-0", "EXT-1"));
    }

    static Stream<Row> children() {
        return Stream.of(
                note("C-1", "EXT-1"),
                card("C-1", "EXT-1"),
                ticket("C-1", "EXT-1"),
                recurring("C-1", "EXT-1", "PM-0"),
                preference("C-1", "EXT-1", "2024-01-01T00:00:00Z", true));
    }

    @ParameterizedTest
    @MethodSource("children")
    void aChildIsInsertedOnceAndAnsweredWithItsCustomer(Row child) {
        RowAnswer customer = TARGET.takeOne(customer("EXT-1"));

        RowAnswer inserted = TARGET.takeOne(child);
        RowAnswer again = TARGET.takeOne(child);

        assertAction(inserted, Action.INSERTED);
        assertAction(again, Action.UNCHANGED);
        for (RowAnswer answer : List.of(inserted, again)) {
            assertThat(answer.pbjCustomerId()).isEqualTo(customer.pbjCustomerId());
            assertThat(answer.crn()).isEqualTo(customer.crn());
            assertThat(answer.assignedId()).isEqualTo(inserted.assignedId());
        }
    }

    @ParameterizedTest
    @MethodSource("children")
    void aChildOfAnUnknownCustomerIsRefused(Row child) {
        assertRefused(TARGET.takeOne(child.with("CUSTOMER_EXTERNAL_ID", "NOBODY")), "TARGET_CUSTOMER_UNKNOWN");
        assertAction(TARGET.takeOne(child), Action.INSERTED);
    }

    @ParameterizedTest
    @MethodSource("children")
    void aChildThatNamesItsCustomerInTwoWaysMustMeanOne(Row child) {
        String first = TARGET.takeOne(customer("EXT-1")).pbjCustomerId();
        String second = TARGET.takeOne(customer("EXT-2")).pbjCustomerId();

        assertRefused(TARGET.takeOne(child.of(second)), "TARGET_CONFLICT");
        assertRefused(TARGET.takeOne(child.of("999999999")), "TARGET_CONFLICT");
        assertRefused(TARGET.takeOne(child.of("none")), "TARGET_CONFLICT");
        assertAction(TARGET.takeOne(child.of(first)), Action.INSERTED);
    }

    @ParameterizedTest
    @MethodSource("children")
    void aChildIsNotInsertedWithoutAMandatoryColumn(Row child) {
        assertRefused(TARGET.takeOne(child.without("CUSTOMER_EXTERNAL_ID")), "TARGET_VALUE_MISSING");
        assertRefused(TARGET.takeOne(of(child)), "TARGET_VALUE_MISSING");
    }

    private static Row of(Row child) {
        return Rows.of(child.fileType(), child.externalId()).with("CUSTOMER_EXTERNAL_ID", "EXT-1");
    }

    @Test
    void everyColumnOfAChildIsKeptWithItsType() {
        TARGET.take(
                note("N-1", "EXT-1").with("AUTHOR", "Ann").with("PINNED", false),
                ticket("T-1", "EXT-1")
                        .with("NUMBERS", "1-2-3|4-5-6")
                        .with("STATUS", "PAID")
                        .with("PRIZE_CENTS", 100L)
                        .with("RECURRING_EXTERNAL_ID", "R-1"),
                recurring("R-1", "EXT-1", "PM-0")
                        .with("NUMBERS", "1-2-3")
                        .with("END_DATE", "2025-01-01")
                        .with("NEXT_PURCHASE_DATE", "2024-06-01"),
                preference("P-1", "EXT-1", "2024-01-01T00:00:00Z", true).with("LOTTERY_KEY", "POWERBALL"));

        assertThat(TARGET.query("""
                SELECT customer_external_id, noted_at AT TIME ZONE 'UTC', author, category, pinned, body, fences
                FROM crm.customer_notes"""))
                .containsExactly("EXT-1 2024-05-06 07:08:09 Ann GENERAL f first line\nsecond line {1,1,1,1,1,1}");
        assertThat(TARGET.query("""
                SELECT lottery_key, draw_number, draw_date, purchased_at AT TIME ZONE 'UTC', lines, numbers, price_cents,
                       currency, status, prize_cents, recurring_external_id FROM crm.tickets"""))
                .containsExactly("POWERBALL 1500 2024-05-09 2024-05-06 07:08:09 2 1-2-3|4-5-6 1050 AUD PAID 100 R-1");
        assertThat(TARGET.query("""
                SELECT kind, lottery_key, lines, numbers, price_cents, currency, status, frequency, start_date, end_date,
                       next_purchase_date, payment_method_external_id FROM crm.recurring_purchases"""))
                .containsExactly(
                        "AUTOPLAY POWERBALL 2 1-2-3 1050 AUD ACTIVE EVERY_DRAW 2024-01-01 2025-01-01 2024-06-01 PM-0");
        assertThat(TARGET.query("""
                SELECT channel, purpose, lottery_key, opted_in, captured_at AT TIME ZONE 'UTC', capture_source
                FROM crm.communication_preferences""")).containsExactly("EMAIL MARKETING POWERBALL t 2024-01-01 00:00:00 web");
    }

    @Test
    void aChildGoesToAnotherCustomerAsTheMigrationStartedLastSays() {
        TARGET.takeOne(note("N-1", "EXT-1").at(1));
        String second = TARGET.takeOne(customer("EXT-2")).pbjCustomerId();

        RowAnswer moved = TARGET.takeOne(note("N-1", "EXT-2").at(3));
        RowAnswer late = TARGET.takeOne(note("N-1", "EXT-1").at(2));

        assertAction(moved, Action.UPDATED);
        assertAction(late, Action.SUPERSEDED);
        assertThat(List.of(moved.pbjCustomerId(), late.pbjCustomerId())).containsOnly(second);
        assertThat(TARGET.query("SELECT customer_id, customer_external_id FROM crm.customer_notes"))
                .containsExactly(second + " EXT-2");
    }

    @Test
    void theSameExternalIdUnderTwoTypesIsTwoRecords() {
        assertThat(TARGET.take(note("EXT-1", "EXT-1"), ticket("EXT-1", "EXT-1")))
                .extracting(RowAnswer::action)
                .containsOnly(Action.INSERTED);
    }

    @Test
    void aRecurringPurchaseNeedsAPaymentMethodOfItsCustomer() {
        assertRefused(TARGET.takeOne(recurring("R-1", "EXT-1", "PM-9")), "TARGET_PAYMENT_METHOD_UNKNOWN");
        assertRefused(TARGET.takeOne(recurring("R-1", "EXT-2", "PM-0")), "TARGET_PAYMENT_METHOD_UNKNOWN");
        assertAction(TARGET.takeOne(recurring("R-1", "EXT-1", "PM-0")), Action.INSERTED);
        assertAction(
                TARGET.takeOne(recurring("R-2", "EXT-2", "none").without("PAYMENT_METHOD_EXTERNAL_ID")),
                Action.INSERTED);
    }

    @Test
    void onePollMayBringAllTypesAndWhatTheyReferTo() {
        List<RowAnswer> answers = TARGET.take(
                note("N-1", "EXT-3"),
                customer("EXT-3"),
                note("N-2", "EXT-3"),
                recurring("R-1", "EXT-3", "PM-3"),
                card("PM-3", "EXT-3"),
                recurring("R-2", "EXT-3", "PM-3"),
                ticket("T-1", "EXT-3"),
                preference("P-1", "EXT-3", "2024-01-01T00:00:00Z", true),
                Rows.gatewayMigration("PM-3", "EXT-3"),
                note("N-1", "EXT-3"));

        assertThat(answers)
                .extracting(answer -> answer.error() == null
                        ? answer.action().name()
                        : answer.error().code())
                .containsExactly(
                        "TARGET_CUSTOMER_UNKNOWN",
                        "INSERTED",
                        "INSERTED",
                        "TARGET_PAYMENT_METHOD_UNKNOWN",
                        "INSERTED",
                        "INSERTED",
                        "INSERTED",
                        "INSERTED",
                        "UPDATED",
                        "INSERTED");
        assertThat(TARGET.query("SELECT gateway FROM crm.payment_methods WHERE external_id = 'PM-3'"))
                .containsExactly("NEWPAY");
    }

    @Test
    void aPollWhoseAnswersWereLostIsAnsweredAgainAndChangesNothingMore() {
        Row[] poll = {
            customer("EXT-3"),
            note("N-1", "EXT-3"),
            card("PM-3", "EXT-3"),
            recurring("R-1", "EXT-3", "PM-3"),
            ticket("T-1", "EXT-3"),
            preference("P-1", "EXT-3", "2024-01-01T00:00:00Z", true),
            Rows.gatewayMigration("PM-3", "EXT-3").at(2),
            note("N-2", "NOBODY")
        };
        List<RowAnswer> lost = TARGET.take(poll);
        String before = everything();

        List<RowAnswer> again = TARGET.take(poll);

        assertThat(again).usingRecursiveComparison().ignoringFields("action").isEqualTo(lost);
        assertThat(again.subList(0, 7)).extracting(RowAnswer::action).containsOnly(Action.UNCHANGED);
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        return Stream.of(
                        "customers",
                        "customer_external_ids",
                        "customer_notes",
                        "payment_methods",
                        "tickets",
                        "recurring_purchases",
                        "communication_preferences")
                .flatMap(table -> TARGET.query("SELECT to_jsonb(r) FROM crm." + table + " r ORDER BY 1").stream())
                .reduce("", (all, row) -> all + row + "\n");
    }
}
