package io.migrator.query.row;

import io.migrator.query.visibility.EventWaits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells those who wait as soon as a change of rows is committed. */
@Component
class RowsSignal {

    private final EventWaits waits;

    RowsSignal(@Qualifier("csvRowsWaits") EventWaits waits) {
        this.waits = waits;
    }

    @TransactionalEventListener
    void on(RowsChanged change) {
        waits.seen(change.uploadId(), change.event());
    }
}
