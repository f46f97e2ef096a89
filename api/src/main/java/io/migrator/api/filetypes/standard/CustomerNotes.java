package io.migrator.api.filetypes.standard;

import static io.migrator.api.filetypes.Column.bool;
import static io.migrator.api.filetypes.Column.string;
import static io.migrator.api.filetypes.Column.timestamp;

import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.rules.Bounds;

/** Notes that staff wrote about customers. */
public final class CustomerNotes implements FileType {

    @Override
    public FileTypeSpec spec() {
        return FileTypeSpec.named("CUSTOMER_NOTES")
                .titled("Customer notes", "One note about a customer.")
                .ownedBy(CommonColumns.CUSTOMER)
                .column(CommonColumns.externalId("The note's key in the source system", "N-1", "N-2"))
                .column(CommonColumns.customer().maxLength(100))
                .column(timestamp("NOTED_AT")
                        .required()
                        .rule(Bounds.notInFuture())
                        .describedAs("When the note was written")
                        .examples("2024-03-01T09:30:00+11:00", "2025-07-15T22:00:00Z"))
                .column(string("AUTHOR")
                        .maxLength(100)
                        .describedAs("Who wrote it")
                        .examples("Support desk", ""))
                .column(string("CATEGORY")
                        .required()
                        .oneOf("GENERAL", "PAYMENT", "COMPLAINT", "ACCOUNT", "RESPONSIBLE_GAMBLING")
                        .describedAs("What the note is about")
                        .examples("GENERAL", "PAYMENT"))
                .column(bool("PINNED").describedAs("Whether it is shown first").examples("true", ""))
                .column(string("BODY")
                        .required()
                        .maxLength(5000)
                        .describedAs("The text; may hold line breaks")
                        .examples("Prefers to be called in the afternoon.", "Asked about a refund.\nWas called back."))
                .build();
    }
}
