package io.migrator.command.intake.csv;

import io.migrator.api.filetypes.violations.ViolationCode;
import java.io.IOException;

/** The reading cannot go on from here. Carries no content of the file. */
public final class UnreadableRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ViolationCode code;
    private final long position;

    /**
     * @param code FILE_ENCODING or ROW_TOO_LONG
     * @param position of the byte at which it shows
     */
    UnreadableRecordException(ViolationCode code, long position) {
        super(code + " at byte " + position);
        this.code = code;
        this.position = position;
    }

    public ViolationCode code() {
        return code;
    }

    public long position() {
        return position;
    }
}
