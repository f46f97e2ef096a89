package io.migrator.faults.reconcile;

import io.migrator.faults.scenario.FileKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The target's records, cell by cell as text, by the record's key; without the cells that it does not have. */
final class TargetRecords {

    private TargetRecords() {}

    /** @param prefix with which the keys begin */
    static Map<String, Map<String, String>> read(Connection database, FileKind kind, String tenant, String prefix)
            throws SQLException {
        List<String> columns = kind.columns();
        String cells = columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT) + "::text")
                .collect(Collectors.joining(", "));
        Map<String, Map<String, String>> records = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(
                "select " + cells + " from crm." + kind.table() + " where tenant = ? and external_id like ? || '%'")) {
            query.setString(1, tenant);
            query.setString(2, prefix);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Map<String, String> record = new HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        String cell = row.getString(i + 1);
                        if (cell != null) {
                            record.put(columns.get(i), cell);
                        }
                    }
                    records.put(row.getString(1), record);
                }
            }
        }
        return records;
    }

    /** A cell of a file as the target shows it. */
    static String shown(String column, String cell) {
        return column.endsWith("_AT") ? cell.replace('T', ' ').replace("Z", "+00") : cell;
    }
}
