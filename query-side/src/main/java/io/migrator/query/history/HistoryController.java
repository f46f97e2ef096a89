package io.migrator.query.history;

import io.migrator.api.Caller;
import io.migrator.query.page.Cursor;
import io.migrator.query.page.Page;
import io.migrator.query.page.PageLimit;
import io.migrator.query.upload.UploadId;
import io.migrator.query.upload.Uploads;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an upload, for auditors. */
@RestController
class HistoryController {

    private final Uploads uploads;
    private final StoredEvents events;
    private final EventPayloads payloads;

    HistoryController(Uploads uploads, StoredEvents events, EventPayloads payloads) {
        this.uploads = uploads;
        this.events = events;
        this.payloads = payloads;
    }

    /**
     * One event.
     *
     * @param operator who caused it, or null for what the service did by itself
     * @param payload what the event says; sealed content appears as its size
     */
    record HistoryEntry(
            long sequence,
            Instant time,
            String type,
            @Nullable String operator,
            Map<String, Object> payload) {}

    /** The events in their order. */
    @GetMapping("/api/v1/uploads/{id}/events")
    Page<HistoryEntry> list(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit) {
        int size = PageLimit.of(limit);
        long after = cursor == null ? -1 : number(cursor);
        UUID uploadId = uploads.get(caller.tenant(), UploadId.parse(id)).view().id();
        List<HistoryEntry> found = events.after(uploadId, after, size + 1, this::entry);
        return Page.of(found, size, last -> Cursor.of(last.sequence()));
    }

    private HistoryEntry entry(DomainEventMessage<?> event) {
        Object operator = event.getMetaData().get("operator");
        return new HistoryEntry(
                event.getSequenceNumber(),
                event.getTimestamp(),
                event.getPayloadType().getSimpleName(),
                operator == null ? null : operator.toString(),
                payloads.toJson(event.getPayload()));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(Cursor.parts(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}
