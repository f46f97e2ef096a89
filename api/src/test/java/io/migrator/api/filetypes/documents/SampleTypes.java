package io.migrator.api.filetypes.documents;

import io.migrator.api.filetypes.Column;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.api.filetypes.rules.Format;
import java.util.stream.Stream;

/** The types that come with the migrator, and one that only this test code declares. */
final class SampleTypes {

    static final FileTypeSpec ADDED = FileTypeSpec.named("PARCELS")
            .titled("Parcels & <letters>", "What was sent: \"all\" of it.")
            .column(Column.string("EXTERNAL_ID")
                    .required()
                    .unique()
                    .describedAs("Key")
                    .examples("P,1", "P\"2"))
            .column(Column.integer("WEIGHT")
                    .describedAs("Grams, < 0 for returns")
                    .examples("-5", ""))
            .column(Column.string("LABEL")
                    .required()
                    .rule(Format.matching("<[a-z]+>", "a word in angle brackets"))
                    .describedAs("What's on it")
                    .examples("<fragile>", "<heavy>"))
            .condition("LABEL", "Leave <none> out & write why.", (row, moment) -> !row.is("LABEL", "<none>"))
            .build();

    private SampleTypes() {}

    static Stream<FileTypeSpec> all() {
        return Stream.concat(FileTypes.load().all().stream(), Stream.of(ADDED));
    }
}
