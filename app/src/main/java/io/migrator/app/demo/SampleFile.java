package io.migrator.app.demo;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file to upload and what has to come of it.
 *
 * @param name the file's name
 * @param fileType the type that has to be detected
 * @param content the file's text
 * @param rows data rows in it
 * @param refusals rows that the target has to refuse, per error code; empty for a rejected file
 * @param violations violations that validation has to count, per code; empty for an accepted file
 */
record SampleFile(
        String name,
        String fileType,
        String content,
        int rows,
        Map<String, Integer> refusals,
        Map<String, Integer> violations) {

    SampleFile {
        refusals = Collections.unmodifiableMap(new TreeMap<>(refusals));
        violations = Collections.unmodifiableMap(new TreeMap<>(violations));
    }

    static SampleFile accepted(String name, SampleTable table, Map<String, Integer> refusals) {
        return new SampleFile(name, table.fileType(), table.text(), table.rows(), refusals, Map.of());
    }

    /** Rows that the target has to refuse. */
    int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that have to succeed. */
    int successes() {
        return rows - refused();
    }
}
