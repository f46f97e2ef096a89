package io.migrator.app.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.StringJoiner;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a fault that will pass, such as a database or broker that is away, from one that will not. */
final class Outage {

    private static final int DEPTH = 20;

    private Outage() {}

    /** Whether the fault, or one it was caused by, says that something the service needs is away right now. */
    static boolean isBehind(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (willPass(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The types of a fault and its causes, outermost first: all that can be logged of them in a line, as texts may hold content. */
    static String kinds(Throwable fault) {
        StringJoiner kinds = new StringJoiner(" < ");
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            kinds.add(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return kinds.toString();
    }

    private static boolean willPass(Throwable fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof CannotGetJdbcConnectionException
                || fault instanceof CannotCreateTransactionException
                || fault instanceof SQLTransientException
                // a transaction cannot even be rolled back: its connection has gone
                || fault instanceof TransactionException
                || fault instanceof SQLException database && isAway(database.getSQLState())
                || fault instanceof RetriableException;
    }

    /** Classes of the SQL standard and PostgreSQL: no connection, no room for one, and a server that is ending or starting. */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
