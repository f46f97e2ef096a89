package io.migrator.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.migrator.api.Sealed;
import io.migrator.api.filetypes.RowCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every cell of every table of every schema as text: bytes as the text they are, sealed content opened, also where it stands
 * within a document.
 */
final class StoredTexts {

    private static final RowCodec CODEC = new RowCodec();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate jdbc;
    private final BiConsumer<String, String> found;
    private int sealed;

    /** @param found gets table and text */
    StoredTexts(JdbcTemplate jdbc, BiConsumer<String, String> found) {
        this.jdbc = jdbc;
        this.found = found;
    }

    /** Reads all tables; answers their names. */
    List<String> read() {
        List<String> tables = jdbc.queryForList(
                "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables"
                        + " WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema NOT IN ('pg_catalog', 'information_schema')",
                String.class);
        tables.forEach(table -> jdbc.query("SELECT * FROM " + table, row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String type = row.getMetaData().getColumnTypeName(column);
                if (type.equals("bytea")) {
                    bytes(table, row.getBytes(column));
                } else if (type.equals("oid")) {
                    found.accept(table, largeObject(row.getLong(column)));
                } else {
                    found.accept(table, String.valueOf(row.getString(column)));
                }
            }
        }));
        return tables;
    }

    /** How many pieces of sealed content were opened. */
    int sealed() {
        return sealed;
    }

    private void bytes(String table, byte[] bytes) {
        if (bytes == null) {
            return;
        }
        found.accept(table, new String(bytes, StandardCharsets.UTF_8));
        if (!opened(table, bytes)) {
            try {
                document(table, JSON.readTree(bytes));
            } catch (IOException e) {
                found.accept(table, new String(bytes, StandardCharsets.UTF_16));
            }
        }
    }

    /** Sealed content is Base64 within a document. */
    private void document(String table, JsonNode node) {
        if (node.isTextual()) {
            try {
                opened(table, Base64.getDecoder().decode(node.asText()));
            } catch (IllegalArgumentException e) {
                return; // any other text, which was seen above
            }
        }
        node.forEach(child -> document(table, child));
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            found.accept(table, property.getKey());
        }
    }

    private boolean opened(String table, byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 1) {
            return false;
        }
        try {
            byte[] content = CODEC.open("any", new UUID(0, 0), Sealed.of(bytes));
            found.accept(table, new String(content, StandardCharsets.UTF_8));
            sealed++;
            return true;
        } catch (IllegalStateException e) {
            return false; // not sealed
        }
    }

    private String largeObject(long id) {
        List<byte[]> content = new ArrayList<>(jdbc.queryForList("SELECT lo_get(?::oid)", byte[].class, id));
        return new String(content.get(0), StandardCharsets.UTF_8);
    }
}
