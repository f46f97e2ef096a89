package io.migrator.exporter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.exporter.connector.Block;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String TYPE = "CUSTOMER_DETAILS";
    private static final Block FIRST = new Block(1, List.of(), List.of(), 4_000);
    private static final Block SECOND = new Block(2, List.of(), List.of(), 4_000);

    private final StringWriter written = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private void pass(long seconds) {
        nanos.addAndGet(seconds * 1_000_000_000);
    }

    /** What a terminal shows in the end: it knows no more than going up and clearing. */
    private List<String> screen() {
        StringBuilder shown = new StringBuilder();
        for (String part : written.toString().split("(?=\u001b)")) {
            if (part.startsWith("\u001b[J")) {
                shown.append(part.substring(3));
            } else if (part.startsWith("\u001b[")) {
                int up = Integer.parseInt(part.substring(2, part.indexOf('A')));
                List<String> lines = shown.toString().lines().toList();
                shown.setLength(0);
                lines.subList(0, lines.size() - up)
                        .forEach(line -> shown.append(line).append('\n'));
            } else {
                shown.append(part);
            }
        }
        return shown.toString().lines().toList();
    }

    @Test
    void aTerminalShowsTheTypeAndEachBlockThatIsRead() {
        ProgressBars bars = new ProgressBars(new PrintWriter(written), nanos::get);
        bars.planned(TYPE, List.of(FIRST, SECOND));
        pass(2);
        bars.read(TYPE, FIRST, 1_000);
        pass(2);
        bars.read(TYPE, SECOND, 3_000);

        assertThat(screen()).hasSize(3);
        assertThat(screen().get(0)).contains(TYPE, "4,000 of about 8,000 rows", "1,000 rows/s", "4 s left");
        assertThat(screen().get(1)).contains("block 1", "1,000 of about 4,000", "[#######                       ]");
        assertThat(screen().get(2)).contains("block 2", "3,000 of about 4,000");
    }

    @Test
    void whatFailedStaysAboveTheBars() {
        ProgressBars bars = new ProgressBars(new PrintWriter(written), nanos::get);
        bars.planned(TYPE, List.of(FIRST, SECOND));
        pass(1);
        bars.read(TYPE, FIRST, 1_000);
        bars.failed(TYPE, FIRST, "the source is away");
        pass(1);
        bars.exported(TYPE, SECOND);
        bars.migrated(TYPE, 10, 20);

        assertThat(screen()).hasSize(3);
        assertThat(screen().get(0)).isEqualTo("the source is away");
        assertThat(screen().get(1)).contains("4,000 of about 8,000 rows");
        assertThat(screen().get(2)).contains("migrated", "10 of about 20 rows");
    }

    @Test
    void elsewhereEachLineIsAnObject() throws IOException {
        ProgressLines lines = new ProgressLines(new PrintWriter(written), nanos::get);
        lines.planned(TYPE, List.of(FIRST, SECOND));
        pass(2);
        lines.read(TYPE, FIRST, 1_000);
        lines.exported(TYPE, FIRST);
        lines.failed(TYPE, SECOND, "a \"reason\"");
        lines.migrated(TYPE, 10, 20);

        List<JsonNode> told = new ObjectMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(written.toString())
                .readAll();
        assertThat(told)
                .extracting(line -> line.path("event").asText())
                .containsExactly("planned", "exported", "failed", "migrated");
        assertThat(told.get(1).path("rowsPerSecond").asLong()).isEqualTo(2_000);
        assertThat(told.get(1).path("secondsLeft").asLong()).isEqualTo(2);
        assertThat(told.get(2).path("reason").asText()).isEqualTo("a \"reason\"");
        assertThat(written.toString().lines()).hasSize(4);
    }

    @Test
    void longTimesAreTakenInAtAGlance() {
        assertThat(Pace.text(59)).isEqualTo("59 s");
        assertThat(Pace.text(61)).isEqualTo("1 min 01 s");
        assertThat(Pace.text(3_720)).isEqualTo("1 h 02 min");
    }
}
