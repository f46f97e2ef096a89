package io.migrator.api.filetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.filetypes.documents.TableSchema;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileTypesTest {

    private final FileTypes types = FileTypes.load();

    @Test
    void theSevenTypesAreThere() {
        assertThat(types.all())
                .extracting(FileTypeSpec::name)
                .containsExactly(
                        "CUSTOMER_DETAILS",
                        "CUSTOMER_NOTES",
                        "PAYMENT_METHODS",
                        "TICKET_HISTORY",
                        "RECURRING_PURCHASES",
                        "COMMUNICATION_PREFERENCES",
                        "CARD_GATEWAY_MIGRATION");
        assertThat(types.all()).extracting(type -> type.columns().size()).containsExactly(19, 7, 15, 13, 14, 8, 9);
        assertThat(types.find("CUSTOMER")).isEmpty();
        assertThatThrownBy(() -> types.get("CUSTOMER")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDesiredStateHoldsTheFilledInCellsTypedWithoutTheKey() {
        FileTypeSpec type = types.get("CUSTOMER_DETAILS");
        List<String> cells = new ArrayList<>(
                type.columns().stream().map(column -> column.examples().get(0)).toList());
        cells.set(type.positions().get("EMAIL_VERIFIED"), " TRUE ");
        cells.set(type.positions().get("WEEKLY_SPEND_LIMIT_CENTS"), " 0050");
        cells.set(type.positions().get("DATE_OF_BIRTH"), "1980-02-29 ");
        cells.set(type.positions().get("FIRST_NAME"), " Zoë ");
        cells.set(type.positions().get("SELF_EXCLUDED_UNTIL"), "  ");
        Map<String, Object> state = type.desiredState(cells);

        assertThat(state)
                .containsEntry("EMAIL_VERIFIED", true)
                .containsEntry("WEEKLY_SPEND_LIMIT_CENTS", 50L)
                .containsEntry("DATE_OF_BIRTH", "1980-02-29")
                .containsEntry("FIRST_NAME", " Zoë ")
                .doesNotContainKeys("EXTERNAL_ID", "SELF_EXCLUDED_UNTIL", "ADDRESS_LINE_2");
        assertThat(type.externalId(cells)).isEqualTo("C-1001");
        assertThat(type.customerExternalId(cells)).isEqualTo("C-1001");
    }

    @Test
    void aRowOfAnotherTypeBelongsToACustomer() {
        FileTypeSpec type = types.get("CUSTOMER_NOTES");
        assertThat(type.rowsAreCustomers()).isFalse();
        assertThat(type.customerExternalId(List.of("N-1", "C-9", "", "", "", "", "")))
                .isEqualTo("C-9");
    }

    @Test
    void twoTypesOfOneNameOrOneHeaderAreRefused() {
        FileTypeSpec notes = types.get("CUSTOMER_NOTES");
        assertThatThrownBy(() -> FileTypes.of(List.of(notes, notes))).isInstanceOf(IllegalStateException.class);
        FileTypeSpec one = FileTypeSpec.named("ONE").column(key()).build();
        FileTypeSpec other = FileTypeSpec.named("OTHER").column(key()).build();
        assertThatThrownBy(() -> FileTypes.of(List.of(one, other))).hasMessageContaining("same columns");
    }

    @Test
    void aDeclarationThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> FileTypeSpec.named("X").build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        FileTypeSpec.named("X").column(key()).ownedBy("NOBODY").build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        FileTypeSpec.named("X").column(key()).column(key()).build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FileTypeSpec.named("X")
                        .column(key())
                        .column(Column.string("CRN").describedAs("taken").examples("", ""))
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FileTypeSpec.named("X").column(Column.string("A")))
                .hasMessageContaining("examples");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSchemaSaysWhatProgramsNeedToKnow() {
        Map<String, Object> schema = TableSchema.of(types.get("TICKET_HISTORY"));
        List<Map<String, Object>> fields = (List<Map<String, Object>>) schema.get("fields");

        assertThat(schema).containsEntry("name", "TICKET_HISTORY").containsEntry("primaryKey", List.of("EXTERNAL_ID"));
        assertThat(fields.get(3))
                .containsEntry("name", "DRAW_NUMBER")
                .containsEntry("type", "integer")
                .containsEntry("constraints", Map.of("required", true, "unique", false, "minimum", 1L));
        assertThat(fields.get(10).get("constraints"))
                .isEqualTo(
                        Map.of("required", true, "unique", false, "enum", List.of("PURCHASED", "PAID", "CANCELLED")));
        assertThat((List<Map<String, String>>) schema.get("rules")).hasSize(3);
    }

    @Test
    void storedRecordsAreTakenApartAgain() {
        assertThat(new RecordParser().parse(List.of("a,\"b \"\"x\"\"\r\ny\",", "\"\",é,\"c\""), ','))
                .containsExactly(List.of("a", "b \"x\"\r\ny", ""), List.of("", "é", "c"));
        assertThat(new RecordParser().parse(List.of(), ',')).isEmpty();
    }

    @Test
    void violationsAreTheSameAfterTheyWereSealed() {
        List<Violation> violations = List.of(
                new Violation(1, 2, "EMAIL", ViolationCode.CELL_FORMAT, "Write it.", "zoë"),
                Violation.ofFile(ViolationCode.FILE_EMPTY, "Send rows."));
        RowCodec codec = new RowCodec();
        UUID upload = UUID.randomUUID();
        assertThat(ViolationChunk.open(codec, "acme", upload, ViolationChunk.seal(codec, "acme", upload, violations)))
                .isEqualTo(violations);
    }

    private static Column key() {
        return Column.string("EXTERNAL_ID").required().describedAs("The key").examples("1", "2");
    }
}
