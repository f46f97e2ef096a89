package io.migrator.command.intake.spool;

import java.io.IOException;
import java.io.InputStream;

/** A body that was compressed with gzip for its way, expanded. What is wrong with it is wrong with the body, not with the file in it. */
public final class CompressedBody {

    private CompressedBody() {}

    /**
     * The body as it was before.
     *
     * @throws IOException when it is not compressed with gzip
     */
    public static InputStream expanded(InputStream body, ReceivingLimits limits) throws IOException {
        SentBytes sent = new SentBytes(body);
        // The size of the file in it is judged where the file is received; a form is a little larger than its file.
        ReceivingLimits ratioOnly = new ReceivingLimits(Long.MAX_VALUE, limits.expansion());
        return new GzippedFile(sent, sent, new ExpansionLimit(sent, ratioOnly));
    }
}
