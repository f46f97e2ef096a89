package io.migrator.command.intake;

import static io.migrator.api.filetypes.violations.ViolationCode.CELL_CARD_NUMBER;
import static io.migrator.api.filetypes.violations.ViolationCode.CELL_CONDITION;
import static io.migrator.api.filetypes.violations.ViolationCode.CELL_NOT_UNIQUE;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_EMPTY;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_ENCODING;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_HEADER_DUPLICATE;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_HEADER_UNKNOWN;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_NO_ROWS;
import static io.migrator.api.filetypes.violations.ViolationCode.FILE_TOO_MANY_ROWS;
import static io.migrator.api.filetypes.violations.ViolationCode.ROW_FIELD_COUNT;
import static io.migrator.api.filetypes.violations.ViolationCode.ROW_QUOTE;
import static io.migrator.api.filetypes.violations.ViolationCode.ROW_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.CsvDialect;
import io.migrator.api.filetypes.violations.Violation;
import io.migrator.command.intake.csv.RecordOffsets;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {

    private static final String HEADER = Rows.CUSTOMER_HEADER;

    @TempDir
    Path folder;

    @Test
    void aValidFileHasATypeRowsAndNoViolation() throws Exception {
        try (Reading reading = Reading.of(folder, Rows.customers(3))) {
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.result().type().orElseThrow().name()).isEqualTo("CUSTOMER_DETAILS");
            assertThat(reading.result().offsets().rows()).isEqualTo(3);
            assertThat(reading.result().dialect()).isEqualTo(CsvDialect.RFC_4180);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void everyLineEndIsReadAndRemembered(String lineEnd) throws Exception {
        String text = "\uFEFF" + Rows.customers(2).replace("\r\n", lineEnd);
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.result().dialect()).isEqualTo(CsvDialect.utf8(',', lineEnd, true));
            assertThat(reading.result().offsets().rows()).isEqualTo(2);
        }
    }

    @Test
    void blankLinesAreSkippedAndCountedAndBelongToNoRow() throws Exception {
        String text =
                "\r\n" + HEADER + "\r\n\r\n" + Rows.customer(1) + "\r\n \t\r\n\r\n" + Rows.customer(2) + "\r\n\r\n";
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.result().blankLines()).isEqualTo(5);
            RecordOffsets offsets = reading.result().offsets();
            int bytes = Rows.customer(1).getBytes(StandardCharsets.UTF_8).length;
            assertThat(offsets.rows()).isEqualTo(2);
            assertThat(offsets.length(1)).isEqualTo(bytes + 2);
            assertThat(offsets.length(2)).isEqualTo(bytes + 2);
        }
    }

    @Test
    void anEmptyFileAndOneOfBlankLinesAreFileEmpty() throws Exception {
        try (Reading empty = Reading.of(folder, "");
                Reading blank = Reading.of(folder, "\n\n  \n");
                Reading markOnly = Reading.of(folder, "\uFEFF")) {
            assertThat(empty.codes()).containsExactly(FILE_EMPTY);
            assertThat(blank.codes()).containsExactly(FILE_EMPTY);
            assertThat(markOnly.codes()).containsExactly(FILE_EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n"})
    void aHeaderAloneIsFileNoRows(String rest) throws Exception {
        try (Reading reading = Reading.of(folder, HEADER + rest)) {
            assertThat(reading.codes()).containsExactly(FILE_NO_ROWS);
            assertThat(reading.result().type()).isPresent();
        }
    }

    @Test
    void anUnknownHeaderNamesWhatIsMissingUnexpectedAndOutOfPlace() throws Exception {
        String header = HEADER.replace("TITLE,", "").replace("SUBURB,STATE", "STATE,SUBURB") + ",NICKNAME";
        try (Reading reading = Reading.of(folder, header + "\n")) {
            assertThat(reading.codes()).containsExactly(FILE_HEADER_UNKNOWN);
            assertThat(reading.violations().get(0).message())
                    .contains("Nearest is CUSTOMER_DETAILS.")
                    .contains("Missing: TITLE.")
                    .contains("Unexpected: NICKNAME.")
                    .containsAnyOf("Out of place: SUBURB.", "Out of place: STATE.");
            assertThat(reading.result().type()).isEmpty();
        }
    }

    @Test
    void aHeaderOfNoKnownColumnSaysSo() throws Exception {
        try (Reading reading = Reading.of(folder, "a,b,c\n1,2,3\n")) {
            assertThat(reading.codes()).containsExactly(FILE_HEADER_UNKNOWN);
            assertThat(reading.violations().get(0).message()).contains("names no column of any file type");
        }
    }

    @Test
    void aColumnNamedTwiceIsADuplicate() throws Exception {
        try (Reading reading = Reading.of(folder, HEADER + ",TITLE\n")) {
            assertThat(reading.codes()).containsExactly(FILE_HEADER_DUPLICATE);
            assertThat(reading.violations().get(0).message()).contains("TITLE");
        }
    }

    @Test
    void namesInTheHeaderMayHaveBlanksAroundThem() throws Exception {
        String header = HEADER.replace(",", " , ");
        try (Reading reading = Reading.of(folder, header + "\n" + Rows.customer(1))) {
            assertThat(reading.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {",PBJ_CUSTOMER_ID", ",PBJ_CUSTOMER_ID,ASSIGNED_ID", ",PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN,ERROR"})
    void theFirstFewGeneratedColumnsMayFollow(String generated) throws Exception {
        String cells = generated.replaceAll("[A-Z_]+", "7");
        try (Reading reading = Reading.of(folder, HEADER + generated + "\n" + Rows.customer(1) + cells)) {
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.result().detected().orElseThrow().generatedColumns())
                    .isEqualTo((int) generated.chars().filter(c -> c == ',').count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",CRN", ",ASSIGNED_ID,PBJ_CUSTOMER_ID", ",PBJ_CUSTOMER_ID,CRN"})
    void generatedColumnsWithAGapOrInAnotherOrderAreUnknown(String generated) throws Exception {
        try (Reading reading = Reading.of(folder, HEADER + generated + "\n")) {
            assertThat(reading.codes()).containsExactly(FILE_HEADER_UNKNOWN);
            assertThat(reading.violations().get(0).message()).containsAnyOf("Out of place", "without a gap");
        }
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByPositionAndLine() throws Exception {
        byte[] text = (HEADER + "\r\n" + Rows.customer(1) + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(text, text.length + 1);
        bytes[text.length] = (byte) 0xE9;
        try (Reading reading = Reading.of(folder, bytes)) {
            assertThat(reading.codes()).containsExactly(FILE_ENCODING);
            Violation violation = reading.violations().get(0);
            assertThat(violation.line()).isEqualTo(3);
            assertThat(violation.message()).contains("byte " + text.length + " ");
        }
    }

    /** The sequences that RFC 3629 forbids, each followed by a character that is in order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C0AF",
                "C1BF",
                "C2",
                "E0",
                "E09FBF",
                "E282",
                "EDA080",
                "F0",
                "F08FBFBF",
                "F09F98",
                "F4908080",
                "F5",
                "FE"
            })
    void bytesThatAreNotUtf8AreFoundInTheMiddleOfACellToo(String hex) throws Exception {
        String text = Rows.customers(2);
        int at = text.lastIndexOf("Manly") + 2;
        byte[] bytes = (text.substring(0, at) + "????".substring(0, hex.length() / 2) + text.substring(at))
                .getBytes(StandardCharsets.UTF_8);
        int position = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        System.arraycopy(HexFormat.of().parseHex(hex), 0, bytes, position, hex.length() / 2);
        try (Reading reading = Reading.of(folder, bytes)) {
            assertThat(reading.codes()).containsExactly(FILE_ENCODING);
            assertThat(reading.violations().get(0).message()).contains("byte " + position + " ");
            assertThat(reading.violations().get(0).line()).isEqualTo(3);
        }
    }

    @Test
    void rowsAreStagedAsTheyAreWhateverLiesBetweenThem() throws Exception {
        String gap = "\n".repeat(3_000_000 / 4);
        String text = HEADER + "\n" + Rows.customer(1) + "\n" + gap + Rows.customer(2) + "\r\n \r\n" + Rows.customer(3);
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.violations()).isEmpty();
            assertThat(reading.result().blankLines()).isEqualTo(750_001);
            assertThat(StagedRows.of(reading, false))
                    .extracting(row -> row.get(0))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aFileOfBlankLinesIsNotReadToItsEnd() throws Exception {
        String text = HEADER + "\n" + Rows.customer(1) + "\n".repeat(1_100_000) + Rows.customer(2);
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(FILE_TOO_MANY_ROWS);
            assertThat(reading.violations().get(0).message()).startsWith("Remove the blank lines");
        }
    }

    @Test
    void rowsBeforeTheWrongByteAreStillJudged() throws Exception {
        byte[] text = (HEADER + "\n" + Rows.customer(1).replace("ACTIVE", "ACTIV") + "\n" + Rows.customer(2))
                .getBytes(StandardCharsets.UTF_8);
        text[text.length - 1] = (byte) 0xFF;
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).hasSize(2).contains(FILE_ENCODING);
        }
    }

    @Test
    void binaryRubbishIsRefusedWithoutBeingTaken() throws Exception {
        byte[] rubbish = new byte[100_000];
        new Random(7).nextBytes(rubbish);
        try (Reading reading = Reading.of(folder, rubbish)) {
            assertThat(reading.codes()).isNotEmpty().containsAnyOf(FILE_ENCODING, FILE_HEADER_UNKNOWN);
            assertThat(reading.result().type()).isEmpty();
        }
    }

    @Test
    void zerosAreAnUnknownHeader() throws Exception {
        try (Reading reading = Reading.of(folder, new byte[5000])) {
            assertThat(reading.codes()).containsExactly(FILE_HEADER_UNKNOWN);
        }
    }

    @Test
    void aRowOfTheWrongWidthIsReportedAndTheOthersAreRead() throws Exception {
        String text = HEADER + "\n" + Rows.customer(1) + ",more\n" + Rows.customer(2) + "\nC-3\n" + Rows.customer(4);
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(ROW_FIELD_COUNT, ROW_FIELD_COUNT);
            assertThat(reading.violations()).extracting(Violation::row).containsExactly(1, 3);
            assertThat(reading.violations()).extracting(Violation::line).containsExactly(2L, 4L);
            assertThat(reading.result().offsets().rows()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"C-2\"x,", "\"C-2,"})
    void aBrokenQuoteEndsTheReading(String broken) throws Exception {
        String text =
                HEADER + "\n" + Rows.customer(1) + "\n" + Rows.customer(2).replace("C-2,", broken) + "\nC-3,bad\n";
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(ROW_QUOTE);
            assertThat(reading.violations().get(0).row()).isEqualTo(2);
            assertThat(reading.violations().get(0).line()).isEqualTo(3);
        }
    }

    @Test
    void aRecordLongerThanTheLimitIsReportedAndTheReadingGoesOn() throws Exception {
        String text = HEADER + "\n" + Rows.customer(1).replace("Manly", "x".repeat(44)) + "\n" + Rows.customer(2);
        ReadingLimits limits = new ReadingLimits(HEADER.length() + 1, 10, 1000);
        assertThat(Rows.customer(2).length()).isLessThan(limits.recordLength());
        String tooLong = Rows.customer(3).replace("Zoë", "y".repeat(limits.recordLength()));
        InputStream body = stream(text + "\n" + tooLong + "\n" + Rows.customer(4));
        try (Reading reading = Reading.of(folder, body, limits)) {
            assertThat(reading.codes()).contains(ROW_TOO_LONG);
            assertThat(reading.violations())
                    .filteredOn(violation -> violation.code() == ROW_TOO_LONG)
                    .extracting(Violation::row)
                    .containsExactly(3);
            assertThat(reading.result().offsets().rows()).isEqualTo(4);
        }
    }

    @Test
    void aLineThatNeverEndsIsStoppedBeforeItFillsTheMemory() throws Exception {
        long size = 200L * 1024 * 1024;
        InputStream body = new SequenceInputStream(stream(HEADER + "\n\"C-1"), new Endless('x', size));
        Runtime.getRuntime().gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        try (Reading reading = Reading.of(folder, body, new ReadingLimits(1024 * 1024, 10, 1000))) {
            long after =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            assertThat(reading.codes()).containsExactly(ROW_TOO_LONG);
            assertThat(reading.violations().get(0).row()).isEqualTo(1);
            assertThat(reading.violations().get(0).line()).isEqualTo(2);
            assertThat(after - before).isLessThan(64L * 1024 * 1024);
        }
    }

    @Test
    void moreRowsThanTheLimitEndTheReading() throws Exception {
        try (Reading reading = Reading.of(folder, stream(Rows.customers(4)), new ReadingLimits(10_000, 3, 1000))) {
            assertThat(reading.codes()).containsExactly(FILE_TOO_MANY_ROWS);
        }
        try (Reading reading = Reading.of(folder, stream(Rows.customers(3)), new ReadingLimits(10_000, 3, 1000))) {
            assertThat(reading.codes()).isEmpty();
        }
    }

    @Test
    void aValueThatStandsTwiceNamesTheFirstRow() throws Exception {
        String text = Rows.customers(3) + Rows.customer(4).replace("C-4", "C-2") + "\r\n"
                + Rows.customer(5).replace("c5@", "c1@");
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(CELL_NOT_UNIQUE, CELL_NOT_UNIQUE);
            assertThat(reading.violations()).extracting(Violation::column).containsExactly("EXTERNAL_ID", "EMAIL");
            assertThat(reading.violations().get(0).message()).startsWith("Row 2 has it already.");
            assertThat(reading.violations().get(1).message()).startsWith("Row 1 has it already.");
        }
    }

    @Test
    void valuesWhoseFingerprintsFallTogetherAreToldApart() throws Exception {
        String text = Rows.customers(50) + Rows.customer(7).replace("c7@", "d7@");
        try (Reading reading = Reading.of(folder, text, values -> 42)) {
            assertThat(reading.codes()).containsExactly(CELL_NOT_UNIQUE);
            assertThat(reading.violations().get(0).row()).isEqualTo(51);
            assertThat(reading.violations().get(0).message()).startsWith("Row 7 has it already.");
        }
    }

    @Test
    void aQuotedAndAnUnquotedValueAreTheSame() throws Exception {
        String text = Rows.customers(1) + Rows.customer(2).replace("C-2", "\"C-1\"");
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(CELL_NOT_UNIQUE);
        }
    }

    @Test
    void anIncomingCustomerIdIsUniqueAndMayBeEmpty() throws Exception {
        String text = HEADER + ",PBJ_CUSTOMER_ID,ASSIGNED_ID,CRN\n" + Rows.customer(1) + ",100,5,5\n" + Rows.customer(2)
                + ",,5,5\n" + Rows.customer(3) + ",,5,5\n" + Rows.customer(4) + ",100,6,6\n";
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(CELL_NOT_UNIQUE);
            assertThat(reading.violations().get(0).column()).isEqualTo("PBJ_CUSTOMER_ID");
            assertThat(reading.violations().get(0).message()).startsWith("Row 1 has it already.");
        }
    }

    @Test
    void atMostOneDefaultPaymentMethodPerCustomer() throws Exception {
        String header = String.join(
                ",",
                io.migrator.api.filetypes.FileTypes.load()
                        .get("PAYMENT_METHODS")
                        .header());
        String rest = ",,,,,,,,,,zoe@example.com";
        String text = header + "\nP-1,C-1,PAYPAL,ACTIVE,true" + rest + "\nP-2,C-1,PAYPAL,ACTIVE,false" + rest
                + "\nP-3,C-2,PAYPAL,ACTIVE,TRUE" + rest + "\nP-4,C-1,PAYPAL,ACTIVE,True" + rest;
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(CELL_CONDITION);
            assertThat(reading.violations().get(0).row()).isEqualTo(4);
            assertThat(reading.violations().get(0).column()).isEqualTo("IS_DEFAULT");
            assertThat(reading.violations().get(0).message()).startsWith("Row 1 has it already.");
        }
    }

    @Test
    void oneChoicePerCustomerChannelPurposeAndLottery() throws Exception {
        String header = String.join(
                ",",
                io.migrator.api.filetypes.FileTypes.load()
                        .get("COMMUNICATION_PREFERENCES")
                        .header());
        String rest = ",true,2025-01-01T00:00:00Z,Web";
        String text = header + "\nA,C-1,EMAIL,RESULTS," + rest + "\nB,C-1,EMAIL,RESULTS,LOTTO" + rest
                + "\nC,C-1,SMS,RESULTS," + rest + "\nD,C-1,EMAIL,RESULTS," + rest;
        try (Reading reading = Reading.of(
                folder,
                text.replace(",,true", ",true").replace(",true", ",,true").replace("LOTTO,,", "LOTTO,"))) {
            assertThat(reading.codes()).containsExactly(CELL_CONDITION);
            assertThat(reading.violations().get(0).row()).isEqualTo(4);
        }
    }

    @Test
    void aCardNumberInAnIncomingCustomerIdIsRefusedAndMasked() throws Exception {
        String text = HEADER + ",PBJ_CUSTOMER_ID\n" + Rows.customer(1) + ",4111111111111111\n";
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.codes()).containsExactly(CELL_CARD_NUMBER);
            assertThat(reading.violations().get(0).value()).isEqualTo("************1111");
        }
    }

    @Test
    void aRecordOverSeveralLinesIsNamedByItsFirst() throws Exception {
        String text = HEADER + "\n" + Rows.customer(1).replace("Manly", "\"Man\n\r\nly\"") + "\n"
                + Rows.customer(2).replace("AU,ACTIVE", "AU,SLEEPING");
        try (Reading reading = Reading.of(folder, text)) {
            assertThat(reading.violations()).hasSize(1);
            assertThat(reading.violations().get(0).row()).isEqualTo(2);
            assertThat(reading.violations().get(0).line()).isEqualTo(5);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many times the same byte. */
    private static final class Endless extends InputStream {

        private final char what;
        private long left;

        Endless(char what, long size) {
            this.what = what;
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? what : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(target, offset, offset + count, (byte) what);
            left -= count;
            return count;
        }
    }
}
