package io.migrator.faults.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** An upload as its events tell it. */
final class History {

    private static final ObjectMapper CBOR = new CBORMapper();

    private final Outcome[] outcomes;
    private final int[] dispatches;
    private final int[] openSince;
    private final Set<Integer> settledAgain = new TreeSet<>();
    private long events;
    private boolean hasGaps;
    private int staged;

    private History(int rows) {
        outcomes = new Outcome[rows];
        dispatches = new int[rows];
        openSince = new int[rows];
        Arrays.fill(outcomes, Outcome.OPEN);
    }

    static History read(Connection database, String upload, int rows) throws SQLException {
        History history = new History(rows);
        try (PreparedStatement query = database.prepareStatement("""
                select sequencenumber, payloadtype, payload from domainevententry
                where aggregateidentifier = ? order by globalindex""")) {
            query.setString(1, upload);
            try (ResultSet event = query.executeQuery()) {
                while (event.next()) {
                    String type = event.getString(2);
                    history.take(event.getLong(1), type.substring(type.lastIndexOf('.') + 1), event.getBytes(3));
                }
            }
        }
        return history;
    }

    private void take(long sequence, String type, byte[] payload) {
        hasGaps |= sequence != events++;
        switch (type) {
            case "RowsStaged" -> staged += read(payload).path("rowCount").asInt();
            case "FailedRowsRetried" ->
                reopenErrors(read(payload).path("attempt").asInt());
            case "RowsDispatched" -> forEach(read(payload).path("rows").asText(), row -> dispatches[row - 1]++);
            case "RowOutcomesRecorded" -> {
                JsonNode event = read(payload);
                forEach(event.path("failed").asText(), row -> set(row, Outcome.ERROR));
                forEach(event.path("succeeded").asText(), row -> set(row, Outcome.SUCCESS));
            }
            default -> {
                // does not concern rows
            }
        }
    }

    private static JsonNode read(byte[] payload) {
        try {
            return CBOR.readTree(payload);
        } catch (IOException e) {
            throw new IllegalStateException("an event cannot be read", e);
        }
    }

    private void reopenErrors(int attempt) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == Outcome.ERROR) {
                outcomes[i] = Outcome.OPEN;
                openSince[i] = attempt;
            }
        }
    }

    /** What has succeeded stays so, and nothing more is recorded of it. */
    private void set(int row, Outcome outcome) {
        if (outcomes[row - 1] == Outcome.SUCCESS) {
            settledAgain.add(row);
        } else {
            outcomes[row - 1] = outcome;
        }
    }

    /** @param ranges such as {@code 1-1000,1005} */
    private static void forEach(String ranges, IntConsumer row) {
        for (String range : ranges.isEmpty() ? List.<String>of() : List.of(ranges.split(","))) {
            String[] ends = range.split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int n = Integer.parseInt(ends[0]); n <= last; n++) {
                row.accept(n);
            }
        }
    }

    /** What became of a row, 1 for the first. */
    Outcome of(int row) {
        return outcomes[row - 1];
    }

    /**
     * The attempt for which a row was opened last; 0 unless it was in error before. What was sent and answered of it in attempts
     * before is past, and a file that is cancelled at this moment leaves it open.
     */
    int openSince(int row) {
        return openSince[row - 1];
    }

    /** How often it is recorded that the broker has acknowledged a row. */
    int dispatches(int row) {
        return dispatches[row - 1];
    }

    /** Rows of which an outcome is recorded after they had succeeded. */
    Set<Integer> settledAgain() {
        return Set.copyOf(settledAgain);
    }

    /** How many rows the staged chunks hold. */
    int staged() {
        return staged;
    }

    /** Whether the events are numbered 0, 1, 2, … in the order in which they were stored. */
    boolean isWhole() {
        return !hasGaps && events > 0;
    }

    /** How many rows have this outcome. */
    int count(Outcome outcome) {
        return (int) Arrays.stream(outcomes).filter(outcome::equals).count();
    }
}
