package io.migrator.exporter.draft;

import java.util.List;

/**
 * How a value may become a cell.
 *
 * @param steps each as YAML, such as {@code trim: true}
 * @param open what somebody has to look at; empty when nothing
 */
record Suggestion(List<String> steps, String open) {

    Suggestion {
        steps = List.copyOf(steps);
    }

    static Suggestion of(String... steps) {
        return new Suggestion(List.of(steps), "");
    }
}
