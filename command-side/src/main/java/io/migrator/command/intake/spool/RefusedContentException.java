package io.migrator.command.intake.spool;

import io.migrator.api.filetypes.violations.Violation;
import io.migrator.api.filetypes.violations.ViolationCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was sent is whole, and is nothing that can be taken in. Carries no content. */
final class RefusedContentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    RefusedContentException(Violation violation) {
        super(violation.message());
        this.violation = violation;
    }

    static RefusedContentException archive(String message) {
        return new RefusedContentException(Violation.ofFile(ViolationCode.FILE_ARCHIVE, message));
    }

    static RefusedContentException tooLarge(long limit) {
        return new RefusedContentException(Violation.ofFile(
                ViolationCode.FILE_TOO_LARGE, "Split the file: it is larger than " + limit + " bytes."));
    }

    /** The refusal that is a fault's cause, when one is. */
    static @Nullable RefusedContentException in(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedContentException refused) {
                return refused;
            }
        }
        return null;
    }

    Violation violation() {
        return violation;
    }
}
