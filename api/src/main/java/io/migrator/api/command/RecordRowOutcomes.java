package io.migrator.api.command;

import io.migrator.api.event.RowOutcome;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records answers of the target. Safe to repeat; answers the outcomes that no row or attempt of the upload fits, as a list of {@link RowOutcome}.
 */
public record RecordRowOutcomes(@TargetAggregateIdentifier UUID uploadId, String tenant, List<RowOutcome> outcomes) {

    public RecordRowOutcomes {
        outcomes = List.copyOf(outcomes);
    }
}
