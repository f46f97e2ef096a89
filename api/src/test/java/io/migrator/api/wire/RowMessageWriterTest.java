package io.migrator.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.filetypes.ColumnSpec;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written cell by cell is what binding the message to JSON makes of the desired state. */
class RowMessageWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID UPLOAD = UUID.fromString("6f1f1c1e-0000-4000-8000-000000000001");

    private final WireCodec wire = new WireCodec();

    record Row(FileTypeSpec type, List<String> cells) {}

    @Property(tries = 700)
    void aRowIsWrittenAsItsDesiredState(
            @ForAll("rows") Row row,
            @ForAll("texts") String tenant,
            @ForAll int number,
            @ForAll int attempt,
            @ForAll long sequence,
            @ForAll("texts") String customer)
            throws IOException {
        RowMessageWriter writer = new RowMessageWriter(row.type(), tenant, UPLOAD, attempt, sequence);
        String pbjCustomerId = customer.isEmpty() ? null : customer;
        byte[] expected = wire.write(new RowMessage(
                RowMessage.VERSION,
                tenant,
                UPLOAD,
                number,
                attempt,
                sequence,
                row.type().name(),
                row.type().externalId(row.cells()),
                pbjCustomerId,
                row.type().desiredState(row.cells())));

        writer.write(1, row.type().columns().stream().map(any -> "").toList(), null);
        byte[] written = writer.write(number, row.cells(), pbjCustomerId);

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(expected));
    }

    @Property(tries = 300)
    void whatWasWrittenIsRead(@ForAll("rows") Row row, @ForAll("halves") String externalId)
            throws UnreadableMessageException {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(row.type().positions().get(FileTypeSpec.EXTERNAL_ID), externalId);

        RowMessage read = wire.readRow(new RowMessageWriter(row.type(), "acme", UPLOAD, 1, 42).write(7, cells, null));

        assertThat(read.externalId()).isEqualTo(externalId);
        assertThat(read.desiredState()).isEqualTo(row.type().desiredState(cells));
    }

    @Provide
    Arbitrary<Row> rows() {
        return Arbitraries.of(FileTypes.load().all()).flatMap(RowMessageWriterTest::rows);
    }

    private static Arbitrary<Row> rows(FileTypeSpec type) {
        return Combinators.combine(
                        type.columns().stream().map(RowMessageWriterTest::cells).toList())
                .as(cells -> new Row(type, cells));
    }

    /** Empty, or of the column's type in any form that it is accepted in. */
    private static Arbitrary<String> cells(ColumnSpec column) {
        Arbitrary<String> filled =
                switch (column.type()) {
                    case STRING -> naughty();
                    case INT -> Arbitraries.longs().map(String::valueOf);
                    case UINT, CENTS ->
                        Arbitraries.longs().greaterOrEqual(0).map(number -> (number % 2 == 0 ? "" : "0") + number);
                    case BOOL -> Arbitraries.of("true", "false", "TRUE", "False");
                    case DATE -> Arbitraries.of("1980-02-29", "2026-12-31");
                    case TIMESTAMP -> Arbitraries.of("2026-02-28T13:45:00Z", "2026-02-28T23:45:00.5+10:00");
                };
        Arbitrary<String> blanks = Arbitraries.of("", " ", "\t");
        Arbitrary<String> padded = Combinators.combine(blanks, filled, blanks).as((a, b, c) -> a + b + c);
        return Arbitraries.oneOf(Arbitraries.just(""), filled, padded);
    }

    @Provide
    Arbitrary<String> texts() {
        return naughty();
    }

    /** Half of a surrogate pair cannot be in a file, but whatever is written must come out. */
    @Provide
    Arbitrary<String> halves() {
        return Arbitraries.strings()
                .withChars('a', '\ud83d', '\ude00', '"', 'é')
                .ofMaxLength(12);
    }

    /** All that JSON or UTF-8 treats in a way of its own, and everything else now and then. */
    private static Arbitrary<String> naughty() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of("\"", "\\", "/", "\n", "\r", "\t", "\b", "\f", "\u0000", "\u001f", "\u007f", "\u0080"),
                Arbitraries.of(
                        "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\ufeff", "\u2028", "😀", "\udbff\udfff"),
                Arbitraries.of("{", "}", ":", ",", "null", "\\u0041", "Zoë", "a", "plain text"),
                Arbitraries.randomValue((Random random) -> Character.toString(random.nextInt(0xD800))));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
