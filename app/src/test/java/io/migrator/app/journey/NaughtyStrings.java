package io.migrator.app.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.filetypes.cells.CardNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The Big List of Naughty Strings, each once. */
final class NaughtyStrings {

    private final List<String> taken = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    NaughtyStrings() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(NaughtyStrings.class.getResourceAsStream("/naughty-strings/blns.json"))) {
            Set<String> all = new LinkedHashSet<>(List.of(new ObjectMapper().readValue(list, String[].class)));
            for (String text : all) {
                boolean isRefused = text.isEmpty() || text.indexOf('\0') >= 0 || CardNumbers.isIn(text);
                (isRefused ? refused : taken).add(text);
            }
        }
    }

    /** Those that a column of free text takes, as far as they are short enough for it. */
    List<String> taken() {
        return taken;
    }

    /** Those that are no value, or hold what is taken nowhere: U+0000 or a card number. */
    List<String> refused() {
        return refused;
    }
}
