package io.migrator.faults.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.faults.reconcile.Finding.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the service says it has read the answers to, against where they end. */
final class IntakePosition {

    private static final ObjectMapper JSON = new ObjectMapper();

    private IntakePosition() {}

    /**
     * What is found when nothing more comes.
     *
     * @param ends by partition ({@code TOPIC-0}), the offset after the last record
     */
    static List<Finding> check(Connection migrator, Map<String, Long> ends) throws SQLException {
        JsonNode positions = positions(migrator);
        List<Finding> findings = new ArrayList<>();
        ends.forEach((partition, end) -> {
            long next = positions.path(partition).asLong(-1) + 1;
            if (next != end) {
                findings.add(new Finding(
                        Kind.DISAGREEMENT,
                        "answers are said to be taken in up to " + next + " of " + partition + ", which ends at "
                                + end));
            }
        });
        return findings;
    }

    private static JsonNode positions(Connection migrator) throws SQLException {
        try (Statement statement = migrator.createStatement();
                ResultSet token = statement.executeQuery(
                        "select token from tokenentry where processorname = 'outcome-intake' and segment = 0")) {
            return token.next() ? JSON.readTree(token.getBytes(1)).path("positions") : JSON.createObjectNode();
        } catch (IOException e) {
            throw new IllegalStateException("the position of the intake cannot be read", e);
        }
    }
}
