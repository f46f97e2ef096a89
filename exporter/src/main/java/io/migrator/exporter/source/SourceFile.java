package io.migrator.exporter.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.migrator.exporter.connector.Extract;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source system, as its file describes it.
 *
 * @param source its name; runs of a name are one history
 * @param zone of moments that the source keeps without one, and of days
 * @param types what is read for which file type; empty before anything is mapped
 */
public record SourceFile(
        String source,
        Connection connection,
        Service service,
        @Nullable ZoneId zone,
        Map<String, Type> types) {

    private static final String ZONE = "UTC";

    @JsonCreator
    public SourceFile(
            @JsonProperty("source") String source,
            @JsonProperty("connection") Connection connection,
            @JsonProperty("service") Service service,
            @JsonProperty("zone") @Nullable ZoneId zone,
            @JsonProperty("types") @Nullable Map<String, Type> types) {
        this.source = source;
        this.connection = connection;
        this.service = service;
        this.zone = zone;
        this.types = types == null ? Map.of() : new LinkedHashMap<>(types);
    }

    /** Where the source is. */
    public record Connection(
            String url,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable Integer fetchSize) {}

    /** Where the service is, and as whom it is used. */
    public record Service(String url, String user, Secret password) {}

    /**
     * What is read for a file type; either a table or a query.
     *
     * @param columns by the file type's column
     */
    public record Type(
            @Nullable String table,
            @Nullable String query,
            @Nullable String where,
            List<String> key,
            @Nullable String changed,
            Map<String, Column> columns) {

        public Type {
            key = List.copyOf(key);
            columns = new LinkedHashMap<>(columns);
        }

        /** Every column of the source that is needed, each once. */
        public List<String> sourceColumns() {
            Set<String> names = new LinkedHashSet<>();
            columns.values().forEach(column -> names.addAll(column.from()));
            return List.copyOf(names);
        }

        /** @param fileType that it is for */
        public Extract extract(String fileType) {
            return new Extract(
                    fileType,
                    table,
                    query,
                    where == null ? "" : where,
                    key,
                    changed,
                    sourceColumns(),
                    Optional.empty());
        }
    }

    /**
     * How a column of the file type is made.
     *
     * @param from columns of the source; none for a constant
     * @param then steps, one after another, in the words of the file
     */
    public record Column(
            List<String> from,
            @Nullable String constant,
            @Nullable List<Map<String, Object>> then) {

        @JsonCreator
        public Column(
                @JsonProperty("from") @Nullable List<String> from,
                @JsonProperty("constant") @Nullable String constant,
                @JsonProperty("then") @Nullable List<Map<String, Object>> then) {
            this.from = from == null ? List.of() : List.copyOf(from);
            this.constant = constant;
            this.then = then;
        }

        /** The short form: a column as it is. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Column of(String from) {
            return new Column(List.of(from), null, null);
        }

        /** The steps. */
        public List<Map<String, Object>> steps() {
            return then == null ? List.of() : then;
        }
    }

    /** The zone, or UTC. */
    public ZoneId zoneOrDefault() {
        return zone == null ? ZoneId.of(ZONE) : zone;
    }
}
