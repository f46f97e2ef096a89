package io.migrator.api.filetypes.header;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.cells.Blanks;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.cells.ShownValue;
import io.migrator.api.filetypes.suggestions.Nearest;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a file's type from its header: exactly the type's columns in their order, then none or the first few of the generated
 * ones. Names compare exactly, blanks around them aside. Safe to use from any thread.
 */
public final class HeaderDetection {

    private final FileTypes types;

    /** Detection among these types. */
    public HeaderDetection(FileTypes types) {
        this.types = types;
    }

    /** The type whose header this is. */
    public Optional<DetectedType> detect(List<String> header) {
        List<String> names = header.stream().map(Blanks::trim).toList();
        return types.all().stream()
                .filter(type -> isHeaderOf(type, names))
                .findFirst()
                .map(type -> new DetectedType(type, names.size() - type.header().size()));
    }

    /** How near the header comes to that of some type: 0 when it names no column of any, 2000 when it names all of one. */
    public long nearness(List<String> header) {
        Set<String> alike = alike(header.stream().map(Blanks::trim).toList());
        return types.all().stream()
                .mapToLong(type -> nearness(type, alike, header.size()))
                .max()
                .orElse(0);
    }

    /**
     * What is wrong with a header that {@link #detect} does not know, or that holds what must not be in it.
     *
     * @param line on which it stands
     */
    public List<Violation> explain(List<String> header, long line) {
        List<String> names = header.stream().map(Blanks::trim).toList();
        List<Violation> found = new ArrayList<>();
        if (names.stream().anyMatch(CardNumbers::isIn)) {
            found.add(
                    violation(
                            ViolationCode.FILE_CARD_NUMBER,
                            line,
                            "The header holds a card number; card numbers are not taken in. Does the file begin with a header?"));
        }
        List<String> twice = namedTwice(names);
        if (!twice.isEmpty()) {
            found.add(violation(
                    ViolationCode.FILE_HEADER_DUPLICATE,
                    line,
                    "Name each column once; named more than once: " + HeaderDifference.listed(twice) + "."));
        } else if (detect(names).isEmpty()) {
            found.add(violation(ViolationCode.FILE_HEADER_UNKNOWN, line, unknown(names)));
        }
        return found;
    }

    private String unknown(List<String> names) {
        FileTypeSpec nearest = null;
        long most = 0;
        Set<String> alike = alike(names);
        for (FileTypeSpec type : types.all()) {
            long nearness = nearness(type, alike, names.size());
            if (nearness > most) {
                most = nearness;
                nearest = type;
            }
        }
        if (nearest == null) {
            return "The first record names no column of any file type. Begin the file with the header of its type, as in"
                    + " the type's template.";
        }
        return "The header is that of no file type. " + new HeaderDifference(nearest, names).inWords();
    }

    /** Twice the shared columns over all columns, in thousandths: a small type within a large one is not nearer. */
    private static long nearness(FileTypeSpec type, Set<String> alike, int width) {
        long shared = type.header().stream()
                .filter(column -> alike.contains(Nearest.alike(column)))
                .count();
        return shared * 2000 / (type.header().size() + width);
    }

    private static Set<String> alike(List<String> names) {
        return names.stream().map(Nearest::alike).collect(Collectors.toSet());
    }

    private static boolean isHeaderOf(FileTypeSpec type, List<String> names) {
        int own = type.header().size();
        int generated = names.size() - own;
        return generated >= 0
                && generated <= GeneratedColumn.names().size()
                && names.subList(0, own).equals(type.header())
                && names.subList(own, names.size())
                        .equals(GeneratedColumn.names().subList(0, generated));
    }

    private static List<String> namedTwice(List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                twice.add(name);
            }
        }
        return twice.stream().map(ShownValue::of).toList();
    }

    private static Violation violation(ViolationCode code, long line, String message) {
        return Violation.ofRow(0, line, code, message);
    }
}
