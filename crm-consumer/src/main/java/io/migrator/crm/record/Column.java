package io.migrator.crm.record;

import java.util.Locale;

/**
 * A column of a file type or of a table.
 *
 * @param name as in the file's header
 * @param kind what it holds
 * @param required whether a record cannot be without it
 */
public record Column(String name, ColumnKind kind, boolean required) {

    /** A column that every record has. */
    public static Column required(String name, ColumnKind kind) {
        return new Column(name, kind, true);
    }

    /** A column that may be unknown. */
    public static Column optional(String name, ColumnKind kind) {
        return new Column(name, kind, false);
    }

    /** Its name in the database. */
    String sqlName() {
        return name.toLowerCase(Locale.ROOT);
    }
}
