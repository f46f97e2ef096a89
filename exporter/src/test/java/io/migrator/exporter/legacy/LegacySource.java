package io.migrator.exporter.legacy;

import io.migrator.exporter.legacy.LegacyData.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The old CRM in one technology. */
public interface LegacySource {

    /** For messages. */
    String name();

    /** Puts everything there; nothing is there before. */
    void fill(List<LegacyData.Table> tables) throws SQLException;

    /**
     * The lines below {@code connection} of its description.
     *
     * @param password the file in which it is, where one is needed
     */
    String connection(Path password);

    /** What a column is called when it is read. */
    default String column(String name) {
        return name;
    }

    /** The steps that make of a column what is meant, such as {@code date: dd.MM.yyyy}; empty when none is needed. */
    String steps(Column column);
}
