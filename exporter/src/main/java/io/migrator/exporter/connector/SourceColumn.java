package io.migrator.exporter.connector;

/**
 * A column of the source.
 *
 * @param typeName as the source calls it, for people
 */
public record SourceColumn(String name, Kind kind, String typeName) {

    /** What its values come as. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        INSTANT,
        /** Documents, arrays, bytes: nothing that a cell could hold. */
        UNREADABLE
    }
}
