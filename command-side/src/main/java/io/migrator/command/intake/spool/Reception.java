package io.migrator.command.intake.spool;

import io.migrator.api.filetypes.violations.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One body on its way to the disk, in one pass: an archive is opened, the content hashed, its text turned into UTF-8. Content
 * that is of no use is read to its end all the same, as long as it is not twice as much as the limit, so that the sender gets
 * to hear the answer. One object for one body.
 */
final class Reception {

    private static final int BLOCK = 64 * 1024;

    private final ReceivingLimits limits;
    private final Charset declared;
    private final Consumer<ByteBuffer> target;
    private final SentBytes sent;
    private final LineEnds lineEnds = new LineEnds();
    private final byte[] block = new byte[BLOCK];
    private MessageDigest digest = sha256();
    private SentText text = new SentText(StandardCharsets.UTF_8, 0);
    private @Nullable TextTranscoder transcoder;
    private @Nullable Violation refusal;
    private long received;

    /**
     * @param declared the encoding when no byte order mark says another
     * @param target takes the text
     */
    Reception(InputStream body, ReceivingLimits limits, Charset declared, Consumer<ByteBuffer> target) {
        this.limits = limits;
        this.declared = declared;
        this.target = target;
        this.sent = new SentBytes(body);
    }

    /** @throws BrokenBodyException when the body ends early or is not in the form that it claims */
    Received receive() throws BrokenBodyException {
        try {
            byte[] start = sent.readNBytes(ContentMark.LENGTH);
            Optional<ContentMark> mark = ContentMark.of(start);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), sent);
            if (limits.archives() && mark.filter(ContentMark::isExpanded).isPresent()) {
                receiveArchive(mark.get(), start, whole);
            } else {
                mark.ifPresent(other -> refuse(notOpened(other).violation()));
                receiveText(start, sent);
            }
        } catch (IOException e) {
            refuse(refused(e).violation());
        }
        OptionalLong fault = transcoder == null ? OptionalLong.empty() : transcoder.fault();
        String checksum = HexFormat.of().formatHex(digest.digest());
        return new Received(received, checksum, lineEnds.count(), text, fault, Optional.ofNullable(refusal));
    }

    private static RefusedContentException notOpened(ContentMark mark) {
        return RefusedContentException.archive(
                mark.isExpanded()
                        ? "Send the file without Content-Encoding: it is " + mark.inWords() + " already."
                        : "Unpack the file and send the CSV in it; it is " + mark.inWords() + ".");
    }

    private void receiveArchive(ContentMark mark, byte[] start, InputStream archive) throws IOException {
        MessageDigest ofArchive = sha256();
        ofArchive.update(start);
        sent.digestWith(ofArchive);
        sent.endAfter(2 * limits.fileSize(), limits.fileSize());
        try (InputStream content = expanded(mark, archive)) {
            byte[] first = content.readNBytes(ContentMark.LENGTH);
            Optional<ContentMark> inner = ContentMark.of(first);
            if (inner.isPresent()) {
                throw RefusedContentException.archive("Pack the CSV file itself: the file in the archive is "
                        + inner.get().inWords() + ".");
            }
            receiveText(first, content);
        } catch (IOException e) {
            refuse(refusedArchive(e).violation());
            drain();
            digest = ofArchive;
            received = sent.count();
        }
    }

    private InputStream expanded(ContentMark mark, InputStream archive) throws IOException {
        ExpansionLimit limit = new ExpansionLimit(sent, limits);
        return mark == ContentMark.GZIP ? new GzippedFile(archive, sent, limit) : new ZippedFile(archive, limit);
    }

    private void receiveText(byte[] start, InputStream rest) throws IOException {
        SentText.refusal(start).ifPresent(this::refuse);
        text = SentText.of(start, declared);
        if (!text.isUtf8()) {
            transcoder = new TextTranscoder(text, BLOCK, this::keep);
        }
        take(start, start.length, transcoder == null ? 0 : text.markLength());
        for (int count = rest.read(block); count >= 0 && received <= 2 * limits.fileSize(); count = rest.read(block)) {
            take(block, count, 0);
        }
        if (received > limits.fileSize()) {
            refuse(RefusedContentException.tooLarge(limits.fileSize()).violation());
        } else if (transcoder != null) {
            transcoder.end();
        }
    }

    private void take(byte[] bytes, int count, int from) {
        digest.update(bytes, 0, count);
        received += count;
        if (refusal != null || received > limits.fileSize()) {
            return;
        }
        if (transcoder == null) {
            keep(ByteBuffer.wrap(bytes, 0, count));
        } else {
            transcoder.take(bytes, from, count - from);
        }
    }

    private void keep(ByteBuffer utf8) {
        lineEnds.see(utf8.array(), utf8.limit());
        target.accept(utf8);
    }

    /** The first reason counts. */
    private void refuse(Violation violation) {
        refusal = refusal == null ? violation : refusal;
    }

    private void drain() throws IOException {
        sent.mayGoOnFor(Long.MAX_VALUE / 2);
        while (sent.count() <= 2 * limits.fileSize() && sent.read(block, 0, BLOCK) >= 0) {
            // Only for its hash, and for the sender's sake.
        }
    }

    /** What goes wrong in an archive that has come whole lies in the archive. */
    private RefusedContentException refusedArchive(IOException fault) throws IOException {
        RefusedContentException refused = RefusedContentException.in(fault);
        if (refused == null && sent.failure() != null) {
            throw fault;
        }
        return refused == null
                ? RefusedContentException.archive(
                        "Pack the file again: the archive is damaged, cut off, or has something" + " after its end.")
                : refused;
    }

    private static RefusedContentException refused(IOException fault) throws BrokenBodyException {
        RefusedContentException refused = RefusedContentException.in(fault);
        if (refused == null) {
            throw new BrokenBodyException(fault);
        }
        return refused;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
