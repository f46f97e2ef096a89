package io.migrator.query.projection;

import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the stored positions of all nodes' processors. Axon's token store hands out a token only together with the claim on its
 * segment, and a look must not take a segment from the node that works on it; so the table is read.
 */
@Component
class ProjectionPositions {

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    ProjectionPositions(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    List<SegmentPosition> segments(String projection) {
        return jdbc.query(
                "select segment, token, tokentype, owner from tokenentry where processorname = ? order by segment",
                (row, i) -> new SegmentPosition(
                        row.getInt("segment"),
                        position(row.getBytes("token"), row.getString("tokentype")),
                        row.getString("owner")),
                projection);
    }

    private long position(byte[] token, String type) {
        if (token == null) {
            return 0;
        }
        TrackingToken position = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return position == null ? 0 : Math.max(0, position.position().orElse(0));
    }

    /** The global index of the newest event. */
    long head() {
        Long head = jdbc.queryForObject("select coalesce(max(globalindex), 0) from domainevententry", Long.class);
        return head == null ? 0 : head;
    }
}
