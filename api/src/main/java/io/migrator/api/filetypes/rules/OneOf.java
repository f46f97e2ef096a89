package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.suggestions.Meant;
import io.migrator.api.filetypes.suggestions.Nearest;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cell is one of a closed list of values, in exactly this writing. */
public final class OneOf implements CellRule {

    private final Set<String> values;
    private final List<String> ordered;
    private final String description;
    private final Map<String, String> otherNames;
    private final Optional<Finding> refusal;

    private OneOf(Collection<String> values, String description, Map<String, String> otherNames) {
        this.ordered = List.copyOf(values);
        this.values = Set.copyOf(new LinkedHashSet<>(values));
        this.description = description;
        this.otherNames = Map.copyOf(otherNames);
        this.refusal = Optional.of(new Finding(ViolationCode.CELL_ENUM, "Use " + description + "."));
    }

    /** One of the values given. */
    public static OneOf of(String... values) {
        List<String> list = List.of(values);
        return new OneOf(list, "one of " + Words.either(list), Map.of());
    }

    /**
     * One of a published list of codes, too long to be repeated in a sentence.
     *
     * @param otherNames what else people call the values, in capital letters; used in suggestions only
     */
    public static OneOf list(Collection<String> codes, String name, Map<String, String> otherNames) {
        return new OneOf(codes.stream().sorted().toList(), name, otherNames);
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return values.contains(text) ? Optional.empty() : refusal;
    }

    @Override
    public String suggestion(String text, RowCells row) {
        String known = otherNames.get(text.strip().toUpperCase(Locale.ROOT));
        return Meant.value(known == null ? Nearest.to(text, ordered) : known);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Map<String, Object> constraints() {
        return Map.of("enum", ordered);
    }
}
