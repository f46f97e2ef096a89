package io.migrator.api.wire;

import io.migrator.api.filetypes.FileTypeSpec;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of one file's rows straight from their cells: the same JSON as {@link WireCodec#write(RowMessage)} of
 * {@link FileTypeSpec#desiredState}, without the map between. Belongs to one thread.
 */
public final class RowMessageWriter {

    private static final int USUAL_SIZE = 1_024;
    private static final byte[] CUSTOMER = JsonText.ascii("\"pbjCustomerId\":");
    private static final byte[] STATE = JsonText.ascii("\"desiredState\":{");
    private static final byte[] NULL = JsonText.ascii("null");
    private static final byte[] TRUE = JsonText.ascii("true");
    private static final byte[] FALSE = JsonText.ascii("false");
    private static final byte[] END = JsonText.ascii("}}");

    private final JsonText json = new JsonText(USUAL_SIZE);
    private final FileTypeSpec type;
    private final byte[][] names;
    private final byte[] beforeRow;
    private final byte[] beforeExternalId;

    /** For rows of one attempt; the parameters are as in {@link RowMessage}. */
    public RowMessageWriter(FileTypeSpec type, String tenant, UUID uploadId, int attempt, long sequence) {
        this.type = type;
        this.names = type.header().stream()
                .map(name -> new JsonText(64).name(name).toBytes())
                .toArray(byte[][]::new);
        this.beforeRow = new JsonText(128)
                .raw('{')
                .name("version")
                .number(RowMessage.VERSION)
                .name("tenant")
                .text(tenant)
                .name("uploadId")
                .text(uploadId.toString())
                .name("row")
                .toBytes();
        this.beforeExternalId = new JsonText(128)
                .name("attempt")
                .number(attempt)
                .name("sequence")
                .number(sequence)
                .name("fileType")
                .text(type.name())
                .name("externalId")
                .toBytes();
    }

    /**
     * The message of a row that was accepted.
     *
     * @param row its number in the file
     * @param cells of the type's own columns, in order; what follows them is not looked at
     * @param pbjCustomerId the owning customer's id in the target, when the file names it
     */
    public byte[] write(int row, List<String> cells, @Nullable String pbjCustomerId) {
        json.clear();
        json.raw(beforeRow).number(row).name(beforeExternalId).text(type.externalId(cells));
        json.name(CUSTOMER);
        if (pbjCustomerId == null) {
            json.raw(NULL);
        } else {
            json.text(pbjCustomerId);
        }
        json.name(STATE);
        writeState(cells);
        return json.raw(END).toBytes();
    }

    private void writeState(List<String> cells) {
        for (int i = 0; i < names.length; i++) {
            Object value = type.value(i, cells);
            if (value != null) {
                json.name(names[i]);
                writeValue(value);
            }
        }
    }

    private void writeValue(Object value) {
        if (value instanceof String text) {
            json.text(text);
        } else if (value instanceof Long number) {
            json.number(number);
        } else {
            json.raw(Boolean.TRUE.equals(value) ? TRUE : FALSE);
        }
    }
}
