package io.migrator.exporter.connector.jdbc;

import io.migrator.exporter.connector.SourceException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

/** What went wrong at a database, for the operator. */
final class Faults {

    /** Classes of SQLSTATE. */
    private static final List<String> SAYS_NO_VALUE = List.of("08", "28", "3D", "40", "42", "53", "57");

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;

    private Faults() {}

    /** @param tried such as "reading block 3 of crm.customers" */
    static SourceException of(String tried, SQLException fault) {
        return new SourceException(
                tried + " failed: " + reason(fault) + " (" + detail(fault) + ")", fault, isPassing(fault));
    }

    /** By the classes of SQLSTATE; vendors differ in what follows. */
    private static String reason(SQLException fault) {
        if (isBusy(fault)) {
            return "somebody else writes to the file; it is tried again";
        }
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> "the database cannot be reached; look at address, port and firewall";
            case "28" -> "user or password is refused, or the user may not connect";
            case "3D" -> "there is no database of this name";
            case "22", "21" ->
                "a value cannot be read; it may be damaged or in another encoding than the database says";
            case "42" ->
                state.equals("42501")
                        ? "the user may not read it; grant SELECT"
                        : "a table, a column or the wording of query or filter is wrong; discover shows what is there";
            case "57", "53", "40" -> "the database is overloaded, shutting down or has given it up; it is tried again";
            default -> "the database refuses it";
        };
    }

    /** What the driver says where it speaks of connections, names and wording; elsewhere it may repeat a value that it cannot read. */
    private static String detail(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        boolean isOfNoValue = SAYS_NO_VALUE.stream().anyMatch(state::startsWith);
        return isOfNoValue
                ? firstLine(fault)
                : "SQLSTATE " + (state.isEmpty() ? "none" : state) + ", code " + fault.getErrorCode();
    }

    private static String firstLine(SQLException fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Somebody writes to a file of SQLite, whose driver gives no SQLSTATE. */
    private static boolean isBusy(SQLException fault) {
        int code = fault.getErrorCode() & 0xff;
        return fault.getClass().getName().startsWith("org.sqlite.") && (code == SQLITE_BUSY || code == SQLITE_LOCKED);
    }

    private static boolean isPassing(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return isBusy(fault)
                || fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("40");
    }
}
