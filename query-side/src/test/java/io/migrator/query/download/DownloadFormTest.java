package io.migrator.query.download;

import static io.migrator.query.UploadHistory.error;
import static io.migrator.query.UploadHistory.success;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.event.RowOutcome;
import io.migrator.api.filetypes.StagedRow;
import io.migrator.query.QuerySideTest;
import io.migrator.query.UploadHistory;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in a download: the file's own form, the parting by state, and cells that are safe in a spreadsheet. */
class DownloadFormTest extends QuerySideTest {

    private static final String COLUMNS =
            "EXTERNAL_ID,CUSTOMER_EXTERNAL_ID,OLD_GATEWAY,OLD_TOKEN,NEW_GATEWAY,NEW_TOKEN,"
                    + "CARD_LAST4,CARD_EXPIRY,NETWORK_TRANSACTION_ID,PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN,ERROR";

    private HttpResponse<byte[]> file(UploadHistory upload, String query) {
        HttpResponse<byte[]> response = get("/uploads/" + upload.id() + "/file" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, true, ';', 'Zoë,“☃”'",
        "UTF-8, false, ',', 'Zoë “☃”'",
        "UTF-16LE, true, ';', 'Zoë,🎈'",
        "UTF-16BE, true, '|', 'Zoë,🎈'",
        "windows-1252, false, ';', 'Zoë,“€”'",
        "ISO-8859-1, false, '\t', 'Zoë,ÿ'",
        "Shift_JIS, false, ',', '川口 ゾエ'",
        "ISO-2022-JP, false, ',', '川口 ゾエ'"
    })
    void a_file_comes_back_in_its_own_encoding_with_all_it_began_with(
            String charset, boolean hasMark, char delimiter, String name) {
        CsvDialect dialect = new CsvDialect(delimiter, "\r", hasMark, charset, true);
        String record = "E1,C1,a,b,c,d,1,2,".replace(',', delimiter) + name;
        UploadHistory upload = newUpload()
                .registered("x.csv", "CARD_GATEWAY_MIGRATION", dialect, 2, 2)
                .staged(List.of(new StagedRow(record, null), new StagedRow(record, null)))
                .started()
                .answered(success(1, 1), error(2, 1, "NO", "日 is not a day of " + name));
        awaitVisible(upload);
        HttpResponse<byte[]> response = file(upload, "");
        Charset encoding = Charset.forName(charset);
        String day = encoding.newEncoder().canEncode('日') ? "日" : "?";
        String message = "NO: " + day + " is not a day of " + name;
        String whole = (hasMark ? "\uFEFF" : "")
                + "sep=" + delimiter + "\r"
                + COLUMNS.replace(',', delimiter) + "\r"
                + record + ",C1,A1,R1,\r".replace(',', delimiter)
                + record + ",,,,".replace(',', delimiter)
                + (message.indexOf(delimiter) < 0 ? message : '"' + message + '"') + "\r";
        assertThat(new String(response.body(), encoding)).isEqualTo(whole);
        assertThat(response.body()).isEqualTo(whole.getBytes(encoding));
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv;charset=" + encoding.name());
    }

    @Test
    void what_succeeded_and_what_failed_are_together_exactly_the_file() {
        Random chance = new Random(20260501);
        UploadHistory upload = settled(4321, chance);
        upload.completed();
        awaitVisible(upload);
        List<String> all = records(upload, "all");
        List<String> good = records(upload, "success");
        List<String> bad = records(upload, "error");
        assertThat(good).hasSize(upload.counts().success() + 1);
        assertThat(bad).hasSize(upload.counts().error() + 1);
        assertThat(bad.get(0)).isEqualTo(all.get(0));
        assertThat(good.get(0)).isEqualTo(all.get(0));
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        merged.writeBytes(all.get(0).getBytes(UTF_8));
        int fromGood = 1;
        int fromBad = 1;
        while (fromGood < good.size() || fromBad < bad.size()) {
            boolean isGood = fromBad == bad.size()
                    || fromGood < good.size() && number(good.get(fromGood)) < number(bad.get(fromBad));
            merged.writeBytes((isGood ? good.get(fromGood++) : bad.get(fromBad++)).getBytes(UTF_8));
        }
        assertThat(merged.toByteArray()).isEqualTo(file(upload, "?rows=all").body());
    }

    @Test
    void rows_that_are_not_settled_are_in_the_whole_file_only() {
        UploadHistory upload = newUpload()
                .registered("x.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.RFC_4180, 4, 2)
                .staged(List.of(row(1, "a"), row(2, "b"), row(3, "c"), row(4, "d")))
                .started()
                .dispatched(0)
                .answered(success(1, 1), error(4, 1, "NO", "no"))
                .stopped();
        awaitVisible(upload);
        assertThat(numbers(upload, "all")).containsExactly(1, 2, 3, 4);
        assertThat(numbers(upload, "success")).containsExactly(1);
        assertThat(numbers(upload, "error")).containsExactly(4);
    }

    /** Three chunks and a bit, every row settled by chance; some of the records have line breaks and quotes in them. */
    private UploadHistory settled(int rows, Random chance) {
        String[] texts = {"plain", "\"two\r\nlines\"", "\"a \"\"quoted\"\"\nword, and more\"", "", "\"\r\""};
        List<StagedRow> staged = new ArrayList<>();
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            staged.add(row(row, texts[chance.nextInt(texts.length)]));
            outcomes.add(
                    chance.nextInt(3) > 0 ? success(row, 1) : error(row, 1, "NO", "\"line\"\r\n" + chance.nextInt()));
        }
        return newUpload()
                .registered("x.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.RFC_4180, rows, 1000)
                .staged(staged)
                .started()
                .answered(outcomes);
    }

    private static StagedRow row(int number, String text) {
        return new StagedRow("E" + number + ",C," + text + ",b,c,d,1,2,3", null);
    }

    private static int number(String record) {
        return Integer.parseInt(record.substring(1, record.indexOf(',')));
    }

    private List<Integer> numbers(UploadHistory upload, String selection) {
        return records(upload, selection).stream()
                .skip(1)
                .map(DownloadFormTest::number)
                .toList();
    }

    /** Every record with its line end; line breaks in quotes end none. */
    private List<String> records(UploadHistory upload, String selection) {
        String file = new String(file(upload, "?rows=" + selection).body(), UTF_8);
        List<String> records = new ArrayList<>();
        int begin = 0;
        boolean isQuoted = false;
        for (int i = 0; i < file.length(); i++) {
            isQuoted ^= file.charAt(i) == '"';
            if (!isQuoted && file.charAt(i) == '\n') {
                records.add(file.substring(begin, i + 1));
                begin = i + 1;
            }
        }
        assertThat(begin).isEqualTo(file.length());
        return records;
    }

    @Test
    void a_file_that_is_safe_for_a_spreadsheet_has_apostrophes_and_is_else_the_same() {
        UploadHistory upload = newUpload()
                .registered("x.csv", "CARD_GATEWAY_MIGRATION", CsvDialect.utf8(';', "\n", false), 2, 2)
                .staged(List.of(
                        new StagedRow("E1;+61412345678; \"a;\"=1\" ;'b;-c;d;1;2;\"\t3\"", "=P1"),
                        new StagedRow("E2;C;a;b;c;d;1;2;3", null)))
                .started()
                .answered(success(2, 1), error(1, 1, "=NO", "no; \"none\""));
        awaitVisible(upload);
        String header = COLUMNS.replace(',', ';') + "\n";
        String second = "E2;C;a;b;c;d;1;2;3;C2;A2;R2;\n";
        assertThat(new String(file(upload, "?spreadsheet=safe").body(), UTF_8))
                .isEqualTo(header
                        + "E1;'+61412345678; \"a;\"'=1\" ;''b;'-c;d;1;2;\"'\t3\";'=P1;;;\"'=NO: no; \"\"none\"\"\"\n"
                        + second);
        assertThat(new String(file(upload, "").body(), UTF_8))
                .isEqualTo(header
                        + "E1;+61412345678; \"a;\"=1\" ;'b;-c;d;1;2;\"\t3\";=P1;;;\"=NO: no; \"\"none\"\"\"\n"
                        + second);
    }

    @Test
    void another_wish_for_a_spreadsheet_is_refused() {
        for (String wish : Arrays.asList("", "SAFE", "excel")) {
            HttpResponse<byte[]> response =
                    get("/uploads/00000000-0000-4000-8000-000000000001/file?spreadsheet=" + wish);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(tree(response).get("code").asText()).isEqualTo("SPREADSHEET_INVALID");
        }
    }
}
