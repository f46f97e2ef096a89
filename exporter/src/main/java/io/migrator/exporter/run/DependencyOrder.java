package io.migrator.exporter.run;

import io.migrator.exporter.filetype.FileType;
import java.util.ArrayList;
import java.util.List;

/** Puts file types in the order in which their records depend on one another. */
final class DependencyOrder {

    private DependencyOrder() {}

    static List<FileType> of(List<FileType> types) {
        List<FileType> ordered = new ArrayList<>();
        List<FileType> left = new ArrayList<>(types);
        while (!left.isEmpty()) {
            List<FileType> free = left.stream()
                    .filter(type -> left.stream().filter(other -> other != type).noneMatch(other -> type.refersTo()
                            .contains(other.name())))
                    .toList();
            List<FileType> next = free.isEmpty() ? List.copyOf(left) : free; // in a circle, any order is as good
            ordered.addAll(next);
            left.removeAll(next);
        }
        return ordered;
    }
}
