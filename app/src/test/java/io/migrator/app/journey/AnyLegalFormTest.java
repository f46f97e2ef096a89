package io.migrator.app.journey;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.migrator.api.filetypes.GeneratedColumn;
import io.migrator.api.filetypes.cells.CardNumbers;
import io.migrator.api.filetypes.cells.SpreadsheetCells;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the cells hold and however they are legally written: what is downloaded is what was sent. */
class AnyLegalFormTest {

    private static final int TRIES = 150;
    private static final List<String> HEADER =
            List.of("EXTERNAL_ID", "CUSTOMER_EXTERNAL_ID", "NOTED_AT", "AUTHOR", "CATEGORY", "PINNED", "BODY");

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void whatIsDownloadedIsWhatWasSent(@ForAll("rows") List<List<String>> given, @ForAll("forms") LegalForm form) {
        List<List<String>> rows = writable(given, form.charset());
        List<String> records = form.records(rows);

        String id = upload(form, form.write(HEADER, records), "");

        byte[] downloaded = download(id, "");
        assertThat(form.decoded(downloaded)).isEqualTo(expected(form, records));
        assertThat(downloaded).isEqualTo(form.encoded(expected(form, records)));
        assertThat(cells(form, downloaded)).isEqualTo(rows);
    }

    @Property(tries = TRIES / 2, shrinking = ShrinkingMode.BOUNDED)
    void whatIsMadeSafeForSpreadsheetsComesBackAsItWas(
            @ForAll("rows") List<List<String>> given, @ForAll("forms") LegalForm form) {
        List<List<String>> rows = writable(given, form.charset());
        String id = upload(form, form.write(HEADER, form.records(rows)), "");

        byte[] safe = download(id, "?spreadsheet=safe");
        assertThat(cells(form, safe))
                .isEqualTo(rows.stream()
                        .map(row -> row.stream().map(SpreadsheetCells::escaped).toList())
                        .toList());

        String again = upload(form, safe, "&spreadsheet=safe");
        assertThat(download(again, "")).isEqualTo(download(id, ""));
    }

    @Provide
    Arbitrary<LegalForm> forms() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        Arbitrary<Charset> charsets = Arbitraries.of(UTF_8, UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1252"));
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of("\r\n", "\n", "\r"),
                        charsets,
                        either,
                        either,
                        either,
                        either,
                        Arbitraries.of(LegalForm.Packing.values()))
                .flatAs((delimiter, lineEnd, charset, mark, separatorLine, blankLines, lastLineEnd, packing) ->
                        Arbitraries.longs()
                                .map(choices -> new LegalForm(
                                        delimiter,
                                        lineEnd,
                                        charset,
                                        charset.name().startsWith("UTF-16") || (mark && charset.equals(UTF_8)),
                                        separatorLine,
                                        blankLines,
                                        lastLineEnd,
                                        packing,
                                        choices)));
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<List<String>> texts = texts().list().ofSize(3);
        return texts.list().ofMinSize(1).ofMaxSize(12).map(all -> {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> cells : all) {
                rows.add(List.of(
                        "N-" + rows.size(),
                        "c" + cells.get(0),
                        "2024-02-29T12:00:00Z",
                        cells.get(1),
                        "GENERAL",
                        rows.size() % 2 == 0 ? "" : "true",
                        cells.get(2) + "."));
            }
            return rows;
        });
    }

    /** Any characters, but often those that mean something in CSV or to a spreadsheet. */
    private static Arbitrary<String> texts() {
        Arbitrary<Integer> meaningful = Arbitraries.of(
                "\",;\t|\r\n '=+-@#\\\uFEFF\u2028\u00A0é€".codePoints().boxed().toList());
        Arbitrary<Integer> any = Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, meaningful),
                        net.jqwik.api.Tuple.of(3, Arbitraries.integers().between('a', 'z')),
                        net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .filter(text -> !CardNumbers.isIn(text));
    }

    private static List<List<String>> writable(List<List<String>> rows, Charset charset) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> new String(cell.getBytes(charset), charset))
                        .toList())
                .toList();
    }

    private static String expected(LegalForm form, List<String> records) {
        String delimiter = String.valueOf(form.delimiter());
        StringBuilder text = new StringBuilder();
        if (form.separatorLine()) {
            text.append("sep=").append(delimiter).append(form.lineEnd());
        }
        text.append(String.join(delimiter, HEADER)).append(delimiter);
        text.append(String.join(delimiter, GeneratedColumn.names())).append(form.lineEnd());
        for (String record : records) {
            text.append(record)
                    .append(delimiter.repeat(GeneratedColumn.names().size()))
                    .append(form.lineEnd());
        }
        return text.toString();
    }

    private static String upload(LegalForm form, byte[] file, String options) {
        Operator ann = Installation.get().ann();
        String charset = form.isDeclared() ? "&charset=" + form.charset().name() : "";
        HttpResponse<byte[]> answer = ann.send(ann.request("/api/v1/uploads?fileName=any.csv" + charset + options)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(form.packed(file))));
        assertThat(answer.statusCode()).as(() -> Operator.text(answer)).isEqualTo(201);
        return Operator.json(answer).path("id").asText();
    }

    private static byte[] download(String id, String query) {
        HttpResponse<byte[]> answer = Installation.get().ann().get("/api/v1/uploads/" + id + "/file" + query);
        assertThat(answer.statusCode()).as(() -> Operator.text(answer)).isEqualTo(200);
        return answer.body();
    }

    /** Read by somebody else: the cells of the type's own columns. */
    private static List<List<String>> cells(LegalForm form, byte[] file) {
        String text = form.decoded(file);
        String table = form.separatorLine() ? text.substring(text.indexOf(form.lineEnd())) : text;
        return CsvReader.builder().fieldSeparator(form.delimiter()).ofCsvRecord(table).stream()
                .skip(1)
                .map(CsvRecord::getFields)
                .map(fields -> List.copyOf(fields.subList(0, HEADER.size())))
                .toList();
    }
}
