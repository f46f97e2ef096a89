package io.migrator.command.intake.spool;

import io.migrator.api.filetypes.violations.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came, beside the text itself.
 *
 * @param bytes of the file, expanded; of an archive that was refused, of the archive
 * @param sha256 the hash of these bytes, in hexadecimal digits
 * @param lineEnds in the text
 * @param text how it was encoded
 * @param encodingFault where in the file the first bytes stand that are no text, when it was not sent as UTF-8
 * @param refusal why the content is of no use
 */
public record Received(
        long bytes,
        String sha256,
        long lineEnds,
        SentText text,
        OptionalLong encodingFault,
        Optional<Violation> refusal) {

    static final Received NOTHING =
            new Received(0, "", 0, new SentText(StandardCharsets.UTF_8, 0), OptionalLong.empty(), Optional.empty());
}
