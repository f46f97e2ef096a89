package io.migrator.api.filetypes.header;

import io.migrator.api.filetypes.FileTypeSpec;

/**
 * The type that a header names.
 *
 * @param spec the type
 * @param generatedColumns how many generated columns follow the type's own
 */
public record DetectedType(FileTypeSpec spec, int generatedColumns) {

    /** How many cells every row has. */
    public int width() {
        return spec.columns().size() + generatedColumns;
    }
}
