package io.migrator.api.filetypes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All file types of the installation. Immutable and safe to use from any thread. */
public final class FileTypes {

    private final Map<String, FileTypeSpec> byName;

    private FileTypes(Map<String, FileTypeSpec> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * The types that the class path names, in the order in which it names them.
     *
     * @throws IllegalStateException when two types have the same name or the same columns
     */
    public static FileTypes load() {
        return of(ServiceLoader.load(FileType.class, FileTypes.class.getClassLoader()).stream()
                .map(provider -> provider.get().spec())
                .toList());
    }

    /**
     * Just these types.
     *
     * @throws IllegalStateException when two types have the same name or the same columns
     */
    public static FileTypes of(List<FileTypeSpec> specs) {
        Map<String, FileTypeSpec> byName = new LinkedHashMap<>();
        Map<List<String>, String> byHeader = new LinkedHashMap<>();
        for (FileTypeSpec spec : specs) {
            if (byName.put(spec.name(), spec) != null) {
                throw new IllegalStateException("Two file types are called " + spec.name() + ".");
            }
            String other = byHeader.put(spec.header(), spec.name());
            if (other != null) {
                throw new IllegalStateException(other + " and " + spec.name() + " have the same columns.");
            }
        }
        return new FileTypes(byName);
    }

    /** Every type. */
    public List<FileTypeSpec> all() {
        return List.copyOf(byName.values());
    }

    /** The type of this name, if there is one. */
    public Optional<FileTypeSpec> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The type of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public FileTypeSpec get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no file type " + name + "."));
    }
}
