package io.migrator.api.filetypes;

/**
 * A kind of file that can be migrated. A new one is a public class with a public constructor without arguments that implements
 * this, named in {@code META-INF/services/io.migrator.api.filetypes.FileType}.
 */
@FunctionalInterface
public interface FileType {

    /** The type's name, columns and rules; the same at every call. */
    FileTypeSpec spec();
}
