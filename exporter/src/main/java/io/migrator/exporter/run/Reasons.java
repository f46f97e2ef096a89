package io.migrator.exporter.run;

import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.service.ServiceException;

/** What operators are told of a fault: messages that are ours; those of others may repeat a value. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable fault) {
        boolean isOurs = fault instanceof SourceException
                || fault instanceof ServiceException
                || fault instanceof MisfitException
                || fault instanceof BlockException
                || fault instanceof IllegalStateException;
        return isOurs ? String.valueOf(fault.getMessage()) : fault.getClass().getSimpleName();
    }
}
