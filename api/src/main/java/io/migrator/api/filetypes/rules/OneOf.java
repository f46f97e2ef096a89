package io.migrator.api.filetypes.rules;

import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cell is one of a closed list of values, in exactly this writing. */
public final class OneOf implements CellRule {

    private static final int LISTED = 12;

    private final Set<String> values;
    private final List<String> ordered;
    private final String description;

    private OneOf(Collection<String> values, String description) {
        this.ordered = List.copyOf(values);
        this.values = Set.copyOf(new LinkedHashSet<>(values));
        this.description = description;
    }

    /** One of the values given. */
    public static OneOf of(String... values) {
        List<String> list = List.of(values);
        return new OneOf(list, "one of " + Words.either(list));
    }

    /** One of a published list of codes, too long to be repeated in a sentence. */
    public static OneOf list(Collection<String> codes, String name) {
        return new OneOf(codes.stream().sorted().toList(), name);
    }

    @Override
    public Optional<Finding> check(String text, UploadMoment moment) {
        return values.contains(text) ? Optional.empty() : Optional.of(finding(text));
    }

    private Finding finding(String text) {
        String near = Words.nearest(text, ordered)
                .map(v -> " Did you mean " + v + "?")
                .orElse("");
        return new Finding(ViolationCode.CELL_ENUM, "Use " + description + "." + near);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Map<String, Object> constraints() {
        return ordered.size() <= LISTED ? Map.of("enum", ordered) : Map.of();
    }
}
