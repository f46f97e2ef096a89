package io.migrator.saga.deadletters;

import io.migrator.api.Caller;
import io.migrator.api.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters of the whole installation, for operations staff: positions and reasons only. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

    private static final int MOST = 500;

    private final DeadLetterTable table;
    private final Redelivery redelivery;

    DeadLetterController(DeadLetterTable table, Redelivery redelivery) {
        this.table = table;
        this.redelivery = redelivery;
    }

    /**
     * A page of dead letters, newest first.
     *
     * @param cursor for the next page, or null at the end
     */
    record Page(List<DeadLetter> items, @Nullable String cursor) {}

    /** Lists dead letters, newest first. */
    @GetMapping
    Page list(
            @RequestParam(name = "cursor", required = false) @Nullable Long cursor,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int size = Math.min(Math.max(limit, 1), MOST);
        List<DeadLetter> letters = table.before(cursor == null ? Long.MAX_VALUE : cursor, size);
        boolean hasMore = letters.size() == size;
        return new Page(letters, hasMore ? Long.toString(letters.get(size - 1).id()) : null);
    }

    /** Sends a dead letter to the topic it came from, once more with every call. */
    @PostMapping("/{id}/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetter redeliver(Caller caller, @PathVariable("id") long id) {
        DeadLetter letter = find(id);
        redelivery.send(letter);
        table.markRedelivered(id, caller.name());
        return find(id);
    }

    private DeadLetter find(long id) {
        return table.find(id)
                .orElseThrow(() -> new Rejection(
                        Rejection.Kind.NOT_FOUND, "DEAD_LETTER_NOT_FOUND", "There is no dead letter with this id."));
    }
}
