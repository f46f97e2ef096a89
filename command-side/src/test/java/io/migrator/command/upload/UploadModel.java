package io.migrator.command.upload;

import io.migrator.api.FileStatus;
import io.migrator.api.event.RowOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an upload is meant to do, in the plainest form: one state per row, in an array. It begins with a file that is ready, and
 * tells what is allowed in words of the contract, not of the aggregate.
 */
final class UploadModel {

    enum Row {
        READY,
        PENDING,
        SUCCESS,
        ERROR
    }

    /** Rows of a chunk that were ordered to be sent. */
    record Order(int attempt, int chunk, List<Integer> rows) {}

    private final Row[] rows;
    private final int chunkSize;
    private FileStatus status = FileStatus.MIGRATE_FILE_READY;
    private int attempt;
    private int nextChunk;

    UploadModel(int rowCount, int chunkSize) {
        this.rows = new Row[rowCount];
        this.chunkSize = chunkSize;
        Arrays.fill(rows, Row.READY);
    }

    boolean start() {
        return goOn(FileStatus.MIGRATE_FILE_READY, 1);
    }

    boolean resume() {
        return goOn(FileStatus.MIGRATE_FILE_STOPPED, attempt);
    }

    boolean retry() {
        boolean isAllowed = goOn(FileStatus.MIGRATE_FILE_COMPLETE_WITH_ERRORS, attempt + 1);
        if (isAllowed) {
            Arrays.setAll(rows, i -> rows[i] == Row.ERROR ? Row.READY : rows[i]);
        }
        return isAllowed;
    }

    private boolean goOn(FileStatus from, int newAttempt) {
        if (status != from) {
            return false;
        }
        status = FileStatus.MIGRATE_FILE_INPROGRESS;
        attempt = newAttempt;
        nextChunk = 0;
        return true;
    }

    boolean cancel() {
        boolean isAllowed =
                switch (status) {
                    case MIGRATE_FILE_READY, MIGRATE_FILE_INPROGRESS, MIGRATE_FILE_STOPPED, MIGRATE_FILE_CANCELLED ->
                        true;
                    default -> false;
                };
        if (isAllowed) {
            status = FileStatus.MIGRATE_FILE_CANCELLED;
        }
        return isAllowed;
    }

    void stop(int ofAttempt) {
        if (status == FileStatus.MIGRATE_FILE_INPROGRESS && ofAttempt == attempt) {
            status = FileStatus.MIGRATE_FILE_STOPPED;
        }
    }

    /** Whole chunks, each once between two starts, as long as there is room before them. */
    List<Order> order(int ofAttempt, int room) {
        List<Order> orders = new ArrayList<>();
        int left = room;
        while (status == FileStatus.MIGRATE_FILE_INPROGRESS
                && ofAttempt == attempt
                && left > 0
                && nextChunk * chunkSize < rows.length) {
            int first = nextChunk * chunkSize + 1;
            List<Integer> open = IntStream.range(first, Math.min(first + chunkSize, rows.length + 1))
                    .filter(this::isOpen)
                    .boxed()
                    .toList();
            if (!open.isEmpty()) {
                orders.add(new Order(attempt, nextChunk, open));
                left -= open.size();
            }
            nextChunk++;
        }
        return orders;
    }

    private boolean isOpen(int row) {
        return rows[row - 1] == Row.READY || rows[row - 1] == Row.PENDING;
    }

    /** A sending of an older attempt does not count, nor does that of a row that is settled. */
    void dispatched(Order order) {
        if (order.attempt() == attempt) {
            order.rows().stream().filter(this::isOpen).forEach(row -> rows[row - 1] = Row.PENDING);
        }
    }

    /** Returns what fits no row or attempt. */
    List<RowOutcome> outcomes(List<RowOutcome> outcomes) {
        List<RowOutcome> unknown = new ArrayList<>();
        boolean isChanged = false;
        for (RowOutcome outcome : outcomes) {
            int row = outcome.row();
            if (row < 1 || row > rows.length || outcome.attempt() < 1 || outcome.attempt() > attempt) {
                unknown.add(outcome);
            } else if (outcome.succeeded() && rows[row - 1] != Row.SUCCESS) {
                rows[row - 1] = Row.SUCCESS;
                isChanged = true;
            } else if (!outcome.succeeded() && outcome.attempt() == attempt && isOpen(row)) {
                rows[row - 1] = Row.ERROR;
                isChanged = true;
            }
        }
        boolean isSettled = IntStream.rangeClosed(1, rows.length).noneMatch(this::isOpen);
        if (isChanged && isSettled && status != FileStatus.MIGRATE_FILE_CANCELLED) {
            status = rows(Row.ERROR).isEmpty()
                    ? FileStatus.MIGRATE_FILE_COMPLETE
                    : FileStatus.MIGRATE_FILE_COMPLETE_WITH_ERRORS;
        }
        return unknown;
    }

    FileStatus status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    /** The rows in this state. */
    List<Integer> rows(Row state) {
        return IntStream.rangeClosed(1, rows.length)
                .filter(row -> rows[row - 1] == state)
                .boxed()
                .toList();
    }
}
