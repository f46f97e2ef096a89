package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.documents.Template;
import io.migrator.api.filetypes.header.DetectedType;
import io.migrator.api.filetypes.header.HeaderDetection;
import io.migrator.api.filetypes.rules.Format;
import io.migrator.api.filetypes.rules.UploadMoment;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A type beside the seven is one class; everything else follows from it. */
class AnotherTypeTest {

    private static final class LoyaltyPoints implements FileType {

        @Override
        public FileTypeSpec spec() {
            return FileTypeSpec.named("LOYALTY_POINTS")
                    .titled("Loyalty points", "One customer's balance.")
                    .ownedBy("CUSTOMER")
                    .column(Column.string("EXTERNAL_ID")
                            .required()
                            .unique()
                            .describedAs("Key")
                            .examples("L-1", "L-2"))
                    .column(Column.string("CUSTOMER")
                            .required()
                            .describedAs("Whose")
                            .examples("C-1", "C-2"))
                    .column(Column.integer("BALANCE")
                            .required()
                            .describedAs("Points")
                            .examples("-5", "70"))
                    .column(Column.string("TIER")
                            .rule(Format.matching("[A-Z]+", "capital letters"))
                            .describedAs("Tier")
                            .examples("GOLD", ""))
                    .build();
        }
    }

    private final FileTypeSpec type = new LoyaltyPoints().spec();

    @Test
    void itsFilesAreDetectedBesideTheOthers() {
        List<FileTypeSpec> all = new ArrayList<>(FileTypes.load().all());
        all.add(type);
        assertThat(new HeaderDetection(FileTypes.of(all)).detect(type.header())).contains(new DetectedType(type, 0));
    }

    @Test
    void itsRowsAreValidatedByItsRules() {
        RowValidator validator = new RowValidator(type, 0, new UploadMoment(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(validator.validate(1, 2, new String[] {"L-1", "C-1", " -5", "GOLD"}))
                .isEmpty();
        assertThat(validator.validate(1, 2, new String[] {"L-1", "C-1", "5.5", "gold"}))
                .extracting(Violation::code)
                .containsExactly(ViolationCode.CELL_TYPE, ViolationCode.CELL_FORMAT);
        assertThat(validator.keys()).hasSize(1);
    }

    @Test
    void itsTemplateAndDesiredStateFollow() {
        assertThat(Template.of(type))
                .isEqualTo("EXTERNAL_ID,CUSTOMER,BALANCE,TIER\r\nL-1,C-1,-5,GOLD\r\nL-2,C-2,70,\r\n");
        assertThat(type.desiredState(List.of("L-2", "C-2", "70", "")))
                .containsOnlyKeys("CUSTOMER", "BALANCE")
                .containsEntry("BALANCE", 70L);
    }
}
