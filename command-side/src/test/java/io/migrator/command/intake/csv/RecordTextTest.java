package io.migrator.command.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.filetypes.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordTextTest {

    private static final List<String> CELLS = List.of(
            "",
            "a",
            " a ",
            "é😀",
            "a\"b",
            "\"\"",
            "\"a\"",
            "\"a,b\"",
            "\"a\"\"b\"",
            "\"\"\"\"",
            "\"x\ny\"  ",
            "\"\r\n\" ",
            "a b");

    @Test
    void itSeesTheSameCellsAsTheParser() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            List<String> written = new ArrayList<>();
            for (int cell = 0; cell <= random.nextInt(5); cell++) {
                written.add(CELLS.get(random.nextInt(CELLS.size())));
            }
            String record = String.join(",", written);
            List<String> parsed = new RecordParser().parse(List.of(record), ',').get(0);
            assertThat(cells(record, parsed.size())).as(record).isEqualTo(parsed);
        }
    }

    private static List<String> cells(String record, int count) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = RecordText.startOfCell(bytes, 0, bytes.length, i, ',');
            cells.add(RecordText.text(bytes, start, RecordText.endOfCell(bytes, start, bytes.length, ',')));
        }
        return cells;
    }
}
