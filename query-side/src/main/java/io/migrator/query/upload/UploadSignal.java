package io.migrator.query.upload;

import io.migrator.query.visibility.EventWaits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells those who wait as soon as a change of an upload is committed. */
@Component
class UploadSignal {

    private final EventWaits waits;

    UploadSignal(@Qualifier("fileUploadsWaits") EventWaits waits) {
        this.waits = waits;
    }

    @TransactionalEventListener
    void on(UploadChanged change) {
        waits.seen(change.uploadId(), change.event());
    }
}
