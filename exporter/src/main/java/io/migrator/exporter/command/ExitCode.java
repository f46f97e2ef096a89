package io.migrator.exporter.command;

import io.migrator.exporter.connector.SourceException;
import io.migrator.exporter.run.MisfitException;
import io.migrator.exporter.service.ServiceException;
import io.migrator.exporter.source.SourceFileException;
import io.migrator.exporter.store.StoreInUseException;
import java.io.IOException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How commands end. */
final class ExitCode {

    /** Everything is done, and no row was refused. */
    static final int CLEAN = 0;
    /** Something failed that is not foreseen; the log has it. */
    static final int FAULT = 1;
    /** The command line makes no sense; picocli's own. */
    static final int USAGE = 2;
    /** Everything is done; the report names rows that were refused. */
    static final int REFUSALS = 3;
    /** Not everything is done; the same command goes on where this one ended. */
    static final int UNFINISHED = 4;
    /** The source's file or its mapping does not fit. */
    static final int MISFIT = 5;
    /** The source cannot be used. */
    static final int SOURCE = 6;
    /** The service cannot be used. */
    static final int SERVICE = 7;
    /** Another run of the source is under way. */
    static final int IN_USE = 8;

    private static final Logger log = LoggerFactory.getLogger(ExitCode.class);

    private ExitCode() {}

    /**
     * Tells a fault to the operator.
     *
     * @param source its name; empty when it is not known
     */
    static int of(Exception fault, String source, PrintWriter err) {
        String named = source.isEmpty() ? "" : source + ": ";
        message(fault).lines().forEach(line -> err.println(named + line));
        err.flush();
        if (fault instanceof SourceFileException || fault instanceof MisfitException) {
            return MISFIT;
        } else if (fault instanceof SourceException) {
            return SOURCE;
        } else if (fault instanceof ServiceException) {
            return SERVICE;
        } else if (fault instanceof StoreInUseException) {
            return IN_USE;
        }
        log.error("The command failed", fault);
        return FAULT;
    }

    /** Messages of others may repeat a value. */
    private static String message(Exception fault) {
        boolean isOurs = fault instanceof SourceFileException
                || fault instanceof MisfitException
                || fault instanceof SourceException
                || fault instanceof ServiceException
                || fault instanceof StoreInUseException
                || fault instanceof IOException; // of files that were named on the command line
        return isOurs ? String.valueOf(fault.getMessage()) : fault.getClass().getSimpleName();
    }
}
