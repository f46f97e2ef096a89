package io.migrator.app.journey;

import io.migrator.api.filetypes.Column;
import io.migrator.api.filetypes.FileType;
import io.migrator.api.filetypes.FileTypeSpec;

/** An eighth file type, declared the way an installation would. */
public final class LoyaltyPoints implements FileType {

    @Override
    public FileTypeSpec spec() {
        return FileTypeSpec.named("LOYALTY_POINTS")
                .titled("Loyalty points", "The points of one customer.")
                .ownedBy("CUSTOMER_EXTERNAL_ID")
                .column(Column.string("EXTERNAL_ID")
                        .required()
                        .unique()
                        .maxLength(100)
                        .describedAs("The record's key")
                        .examples("LP-1", "LP-2"))
                .column(Column.string("CUSTOMER_EXTERNAL_ID")
                        .required()
                        .describedAs("Whose points")
                        .examples("C-1", "C-2"))
                .column(Column.uint("POINTS").required().describedAs("How many").examples("10", "20"))
                .column(Column.string("LEVEL").describedAs("Which level").examples("gold", ""))
                .build();
    }
}
