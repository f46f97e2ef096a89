package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static io.migrator.crm.Rows.customer;
import static io.migrator.crm.Rows.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.record.CustomerReferenceNumber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerDetailsTest {

    private static final Installation TARGET = new Installation();

    @BeforeEach
    void empty() {
        TARGET.empty();
    }

    @Test
    void aNewCustomerIsInsertedWithEveryStatedColumn() {
        RowAnswer answer = TARGET.takeOne(customer("EXT-1")
                .with("TITLE", "Dr")
                .with("EMAIL", "zoe@example.com")
                .with("MOBILE", "+61400000000")
                .with("ADDRESS_LINE_1", "1 Main St")
                .with("ADDRESS_LINE_2", "Unit 2")
                .with("SUBURB", "Fitzroy")
                .with("STATE", "VIC")
                .with("POSTCODE", "3065")
                .with("COUNTRY", "AU")
                .with("REGISTERED_AT", "2020-01-02T03:04:05.123456789+10:00")
                .with("EMAIL_VERIFIED", true)
                .with("LOCALE", "en-AU")
                .with("SELF_EXCLUDED_UNTIL", "2030-01-01")
                .with("WEEKLY_SPEND_LIMIT_CENTS", Long.MAX_VALUE));

        assertAction(answer, Action.INSERTED);
        assertThat(answer.assignedId()).isEqualTo(answer.pbjCustomerId());
        assertThat(Long.parseLong(answer.pbjCustomerId())).isGreaterThanOrEqualTo(100_001);
        assertThat(answer.crn()).isEqualTo(CustomerReferenceNumber.of(Long.parseLong(answer.pbjCustomerId())));
        assertThat(TARGET.query("""
                SELECT tenant, external_id, id, crn, title, first_name, last_name, date_of_birth, email, mobile,
                       address_line_1, address_line_2, suburb, state, postcode, country, account_status,
                       registered_at AT TIME ZONE 'UTC', email_verified, locale, self_excluded_until,
                       weekly_spend_limit_cents, fences
                FROM crm.customers"""))
                .containsExactly("acme EXT-1 " + answer.pbjCustomerId() + " " + answer.crn()
                        + " Dr Zoë Müller 1980-02-29 zoe@example.com +61400000000 1 Main St Unit 2 Fitzroy VIC 3065 AU"
                        + " ACTIVE 2020-01-01 17:04:05.123456 t en-AU 2030-01-01 9223372036854775807"
                        + " {1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1}");
    }

    @Test
    void aKnownCustomerKeepsWhatIsNotStated() {
        RowAnswer first = TARGET.takeOne(customer("EXT-1").with("EMAIL", "zoe@example.com"));

        RowAnswer second = TARGET.takeOne(customer("EXT-1").at(2).with("FIRST_NAME", "Ada"));

        assertAction(second, Action.UPDATED);
        assertThat(second.pbjCustomerId()).isEqualTo(first.pbjCustomerId());
        assertThat(TARGET.query("SELECT first_name, email, fences[2], fences[5] FROM crm.customers"))
                .containsExactly("Ada zoe@example.com 2 1");
    }

    @Test
    void aMessageSeenTwiceIsAppliedOnceAndAnsweredTwice() {
        RowAnswer first = TARGET.takeOne(customer("EXT-1"));
        List<String> content = TARGET.query("SELECT * FROM crm.customers");

        RowAnswer again = TARGET.takeOne(customer("EXT-1"));

        assertAction(again, Action.UNCHANGED);
        assertThat(again.pbjCustomerId()).isEqualTo(first.pbjCustomerId());
        assertThat(again.crn()).isEqualTo(first.crn());
        assertThat(TARGET.query("SELECT * FROM crm.customers")).isEqualTo(content);
    }

    @Test
    void theSameStatementOfALaterMigrationChangesNothingButRaisesTheFence() {
        TARGET.takeOne(customer("EXT-1"));

        assertAction(TARGET.takeOne(customer("EXT-1").at(5)), Action.UNCHANGED);
        assertAction(TARGET.takeOne(customer("EXT-1").at(4).with("FIRST_NAME", "Ada")), Action.SUPERSEDED);
        assertThat(TARGET.query("SELECT first_name FROM crm.customers")).containsExactly("Zoë");
    }

    @Test
    void whatAMigrationStartedEarlierSaysCountsOnlyWhereNoLaterOneSpoke() {
        TARGET.takeOne(customer("EXT-1").at(5));

        RowAnswer late =
                TARGET.takeOne(customer("EXT-1").at(4).with("FIRST_NAME", "Ada").with("EMAIL", "ada@example.com"));

        assertAction(late, Action.UPDATED);
        assertThat(TARGET.query("SELECT first_name, email, fences[2], fences[5] FROM crm.customers"))
                .containsExactly("Zoë ada@example.com 5 4");
    }

    @Test
    void aKnownPbjCustomerIdFindsTheCustomerUnderANewExternalIdWhichNamesItFromThenOn() {
        RowAnswer first = TARGET.takeOne(customer("EXT-1"));

        RowAnswer other =
                TARGET.takeOne(customer("OTHER-1").of(first.pbjCustomerId()).at(2));

        assertAction(other, Action.UNCHANGED);
        assertThat(other.pbjCustomerId()).isEqualTo(first.pbjCustomerId());
        assertAction(TARGET.takeOne(note("N-1", "OTHER-1")), Action.INSERTED);
        assertAction(TARGET.takeOne(customer("OTHER-1").at(3).with("FIRST_NAME", "Ada")), Action.UPDATED);
        assertThat(TARGET.query("SELECT external_id, first_name FROM crm.customers"))
                .containsExactly("EXT-1 Ada");
    }

    @Test
    void anUnknownPbjCustomerIdDecidesNothing() {
        RowAnswer inserted = TARGET.takeOne(customer("EXT-1").of("999999999"));
        RowAnswer again = TARGET.takeOne(customer("EXT-1").of("999999999"));
        RowAnswer noNumber = TARGET.takeOne(customer("EXT-1").of("none"));

        assertAction(inserted, Action.INSERTED);
        assertThat(inserted.pbjCustomerId()).isNotEqualTo("999999999");
        assertAction(again, Action.UNCHANGED);
        assertAction(noNumber, Action.UNCHANGED);
    }

    @Test
    void twoKeysOfTwoCustomersAreAConflictThatLeavesNoTrace() {
        TARGET.takeOne(customer("EXT-1"));
        RowAnswer second = TARGET.takeOne(customer("EXT-2"));

        RowAnswer answer = TARGET.takeOne(
                customer("EXT-1").at(9).of(second.pbjCustomerId()).with("FIRST_NAME", "Ada"));

        assertRefused(answer, "TARGET_CONFLICT");
        assertAction(TARGET.takeOne(customer("EXT-1").at(2).with("FIRST_NAME", "Bo")), Action.UPDATED);
    }

    @Test
    void tenantsNeverMix() {
        RowAnswer ours = TARGET.takeOne(customer("EXT-1"));

        RowAnswer theirs = TARGET.takeOne(
                customer("EXT-1").inTenant("other").of(ours.pbjCustomerId()).with("FIRST_NAME", "Ada"));

        assertAction(theirs, Action.INSERTED);
        assertThat(theirs.pbjCustomerId()).isNotEqualTo(ours.pbjCustomerId());
        assertRefused(TARGET.takeOne(note("N-1", "EXT-2").inTenant("other")), "TARGET_CUSTOMER_UNKNOWN");
        assertThat(TARGET.query("SELECT tenant, first_name FROM crm.customers ORDER BY tenant"))
                .containsExactly("acme Zoë", "other Ada");
    }

    @Test
    void anInsertWithoutAMandatoryColumnIsRefused() {
        RowAnswer answer = TARGET.takeOne(customer("EXT-1").without("LAST_NAME"));

        assertRefused(answer, "TARGET_VALUE_MISSING");
        assertThat(answer.error().message()).contains("LAST_NAME");
        assertThat(TARGET.query("SELECT * FROM crm.customers")).isEmpty();
    }

    @Test
    void severalMessagesOfOnePollAboutOneCustomerAreDecidedInTheirOrder() {
        List<RowAnswer> answers = TARGET.take(
                customer("EXT-1").at(3),
                customer("EXT-1").at(2).with("FIRST_NAME", "Late").with("EMAIL", "late@example.com"),
                customer("EXT-1").at(1).with("FIRST_NAME", "Later"),
                customer("EXT-1").at(4).with("FIRST_NAME", "Newest"));

        assertThat(answers)
                .extracting(RowAnswer::action)
                .containsExactly(Action.INSERTED, Action.UPDATED, Action.SUPERSEDED, Action.UPDATED);
        assertThat(answers)
                .extracting(RowAnswer::pbjCustomerId)
                .containsOnly(answers.get(0).pbjCustomerId());
        assertThat(TARGET.query("SELECT first_name, email FROM crm.customers"))
                .containsExactly("Newest late@example.com");
    }
}
