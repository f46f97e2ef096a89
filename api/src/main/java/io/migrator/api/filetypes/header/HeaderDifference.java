package io.migrator.api.filetypes.header;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.cells.ShownValue;
import io.migrator.api.filetypes.suggestions.Meant;
import io.migrator.api.filetypes.suggestions.Nearest;
import java.util.ArrayList;
import java.util.List;

/** How a header differs from that of the type it comes nearest to. */
final class HeaderDifference {

    private static final int LISTED = 10;

    private final FileTypeSpec type;
    private final List<String> missing;
    private final List<String> unexpected;
    private final List<String> outOfPlace;

    HeaderDifference(FileTypeSpec type, List<String> names) {
        this.type = type;
        List<String> expected = new ArrayList<>(type.header());
        expected.addAll(GeneratedColumn.names());
        missing = type.header().stream().filter(name -> !names.contains(name)).toList();
        unexpected = names.stream().filter(name -> !expected.contains(name)).toList();
        outOfPlace = outOfPlace(names.stream().filter(expected::contains).toList(), expected);
    }

    String inWords() {
        StringBuilder words =
                new StringBuilder("Nearest is ").append(type.name()).append('.');
        append(words, " Missing: ", missing, missing.size());
        append(
                words,
                " Unexpected: ",
                unexpected.stream().limit(LISTED).map(this::shown).toList(),
                unexpected.size());
        append(words, " Out of place: ", outOfPlace, outOfPlace.size());
        if (missing.isEmpty() && unexpected.isEmpty() && outOfPlace.isEmpty()) {
            words.append(" Of the generated columns only the first few may be there, without a gap: ")
                    .append(String.join(", ", GeneratedColumn.names()))
                    .append('.');
        }
        return words.toString();
    }

    /** The names, the first few of many. */
    static String listed(List<String> names) {
        return listed(names, names.size());
    }

    private static String listed(List<String> names, int count) {
        return count <= LISTED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, LISTED)) + " and " + (count - LISTED) + " more";
    }

    private static void append(StringBuilder words, String label, List<String> names, int count) {
        if (count > 0) {
            words.append(label).append(listed(names, count)).append('.');
        }
    }

    private String shown(String name) {
        if (name.isEmpty()) {
            return "(no name)";
        }
        String near = Meant.sayable(name, () -> Meant.value(Nearest.to(name, missing)));
        return ShownValue.of(name) + (near.isEmpty() ? "" : " (" + near + ")");
    }

    /** The names that would have to move: those outside the longest series that is in order. */
    private static List<String> outOfPlace(List<String> names, List<String> expected) {
        int[] length = new int[names.size()];
        int[] before = new int[names.size()];
        int last = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (expected.indexOf(names.get(j)) < expected.indexOf(names.get(i)) && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        List<String> moved = new ArrayList<>(names);
        for (int i = last; i >= 0; i = before[i]) {
            moved.remove(i);
        }
        return moved;
    }
}
