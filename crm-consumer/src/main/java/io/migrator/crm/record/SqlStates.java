package io.migrator.crm.record;

import java.sql.SQLException;
import java.util.Set;

/** What a failed statement's SQLSTATE means for the transaction. */
final class SqlStates {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final Set<String> RACES = Set.of(UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, "40001", "40P01");

    private SqlStates() {}

    /** Whether another transaction got in the way: trying again may succeed at once. */
    static boolean isRace(SQLException e) {
        return RACES.contains(state(e));
    }

    /** Whether the data cannot be stored (data exception, integrity violation, limit exceeded): trying again is of no use. */
    static boolean isAboutData(SQLException e) {
        String state = state(e);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
