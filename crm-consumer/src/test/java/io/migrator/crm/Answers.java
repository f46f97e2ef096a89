package io.migrator.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.wire.RowAnswer;
import io.migrator.api.wire.RowAnswer.Action;
import io.migrator.api.wire.RowAnswer.Status;

/** What tests say about answers. */
final class Answers {

    private Answers() {}

    static void assertAction(RowAnswer answer, Action action) {
        assertThat(answer.error()).as("error").isNull();
        assertThat(answer.status()).isEqualTo(Status.SUCCESS);
        assertThat(answer.action()).isEqualTo(action);
    }

    static void assertRefused(RowAnswer answer, String code) {
        assertThat(answer.status()).isEqualTo(Status.ERROR);
        assertThat(answer.error()).isNotNull();
        assertThat(answer.error().code()).isEqualTo(code);
        assertThat(answer.error().message()).endsWith(".");
        assertThat(answer.pbjCustomerId()).isNull();
        assertThat(answer.assignedId()).isNull();
        assertThat(answer.crn()).isNull();
        assertThat(answer.action()).isNull();
    }
}
