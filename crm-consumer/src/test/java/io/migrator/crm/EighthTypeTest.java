package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Answers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.crm.Rows.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EighthTypeTest {

    private static final Installation TARGET = new Installation();
    private static final Row POINTS = Rows.of("LOYALTY_POINTS", "L-1")
            .with("CUSTOMER_EXTERNAL_ID", "EXT-1")
            .with("POINTS", -5L);

    @BeforeEach
    void oneCustomer() {
        TARGET.empty();
        TARGET.takeOne(Rows.customer("EXT-1"));
    }

    @Test
    void aTypeThatIsOneClassFollowsAllCommonRules() {
        assertRefused(TARGET.takeOne(POINTS.with("CUSTOMER_EXTERNAL_ID", "EXT-9")), "TARGET_CUSTOMER_UNKNOWN");
        assertAction(TARGET.takeOne(POINTS.at(2)), Action.INSERTED);
        assertAction(TARGET.takeOne(POINTS.at(1).with("LEVEL", "gold")), Action.UPDATED);
        assertAction(TARGET.takeOne(POINTS.at(1).with("POINTS", 9L)), Action.SUPERSEDED);
        assertThat(TARGET.query("SELECT points, level FROM crm.loyalty_points")).containsExactly("-5 gold");
    }

    @Test
    void aRowThatTheDatabaseDoesNotTakeIsRefusedAloneAndHoldsNothingUp() {
        // The table allows each number of points once, which no rule in the class knows of.
        List<RowAnswer> answers = TARGET.take(
                Rows.customer("EXT-2"),
                POINTS.with("POINTS", 1L),
                points("L-2", 2L),
                points("L-3", 2L),
                points("L-4", 4L),
                Rows.note("N-1", "EXT-2"));

        assertThat(answers.stream()
                        .map(answer ->
                                answer.error() == null ? "" : answer.error().code()))
                .containsExactly("", "", "", "TARGET_VALUE_INVALID", "", "");
        assertThat(TARGET.query("SELECT external_id, points FROM crm.loyalty_points ORDER BY external_id"))
                .containsExactly("L-1 1", "L-2 2", "L-4 4");
    }

    private static Row points(String externalId, long points) {
        return Rows.of("LOYALTY_POINTS", externalId)
                .with("CUSTOMER_EXTERNAL_ID", "EXT-1")
                .with("POINTS", points);
    }
}
