package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static io.migrator.crm.Rows.customer;
import static io.migrator.crm.Rows.preference;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.Rows.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommunicationPreferencesTest {

    private static final Installation TARGET = new Installation();
    private static final Row MAY_YES = preference("P-1", "EXT-1", "2024-05-01T00:00:00Z", true);
    private static final Row JUNE_NO = preference("P-1", "EXT-1", "2024-06-01T00:00:00Z", false);

    @BeforeEach
    void oneCustomer() {
        TARGET.empty();
        TARGET.takeOne(customer("EXT-1"));
    }

    @Test
    void theWishCapturedLastCountsWhicheverMigrationWasStartedLast() {
        TARGET.takeOne(JUNE_NO.at(1));

        assertAction(TARGET.takeOne(MAY_YES.at(2)), Action.SUPERSEDED);
        assertThat(optedIn()).isEqualTo("f");
        assertAction(TARGET.takeOne(JUNE_NO.at(1)), Action.UNCHANGED);
    }

    @Test
    void ofTwoWishesCapturedAtTheSameMomentTheSequenceDecides() {
        TARGET.takeOne(MAY_YES.at(2));

        assertAction(TARGET.takeOne(MAY_YES.with("OPTED_IN", false).at(1)), Action.SUPERSEDED);
        assertThat(optedIn()).isEqualTo("t");
        assertAction(TARGET.takeOne(MAY_YES.with("OPTED_IN", false).at(3)), Action.UPDATED);
        assertThat(optedIn()).isEqualTo("f");
    }

    @Test
    void theMomentCountsWhateverOffsetItIsWrittenWith() {
        TARGET.takeOne(JUNE_NO.with("CAPTURED_AT", "2024-06-01T00:00:00+10:00").at(1));

        // Ten hours later, though the text is smaller.
        assertAction(
                TARGET.takeOne(
                        MAY_YES.with("CAPTURED_AT", "2024-05-31T23:59:00Z").at(1)),
                Action.UPDATED);
        assertThat(optedIn()).isEqualTo("t");
    }

    @Test
    void aWishBefore1970IsOlderThanAnyAfter() {
        TARGET.takeOne(MAY_YES);

        assertAction(
                TARGET.takeOne(
                        JUNE_NO.with("CAPTURED_AT", "1969-12-31T23:59:59Z").at(9)),
                Action.SUPERSEDED);
    }

    @Test
    void aWishWithoutAMomentIsRefused() {
        assertRefused(TARGET.takeOne(MAY_YES.without("CAPTURED_AT")), "TARGET_VALUE_MISSING");
        TARGET.takeOne(MAY_YES);
        assertRefused(TARGET.takeOne(MAY_YES.without("CAPTURED_AT")), "TARGET_VALUE_MISSING");
    }

    private static String optedIn() {
        return TARGET.query("SELECT opted_in FROM crm.communication_preferences")
                .get(0);
    }
}
