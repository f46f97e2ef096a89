package io.migrator.query.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers one request by a generated file. A file with a version has a strong tag for each of its forms, can be asked for in
 * part and is left out when the client has it; one that is just changing comes whole. What fails before the first byte leaves
 * the answer to whoever handles the failure; after it, the failure breaks the answer off.
 */
public final class FileTransfer {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AcceptedCodings accepted;
    private final KnownOffsets offsets;
    private final Executor readers;

    FileTransfer(HttpServletRequest request, HttpServletResponse response, KnownOffsets offsets, Executor readers) {
        this.request = request;
        this.response = response;
        this.offsets = offsets;
        this.readers = readers;
        this.accepted = AcceptedCodings.of(request.getHeaders(HttpHeaders.ACCEPT_ENCODING));
    }

    /**
     * Sends the file, or as much of it as is asked for.
     *
     * @param version names the file's content: letters, digits and dashes that change with every byte of it; empty while the
     *     content does not stand still
     */
    public void send(GeneratedFile file, Optional<String> version) throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (version.isEmpty()) {
            refuseUnless(!Preconditions.isStateMeant(request));
            sendWhole(file, version, bestCoding());
            return;
        }
        Optional<HttpRange> range = accepted.takesIdentity()
                ? RequestedRange.of(request, ContentCoding.IDENTITY.tag(version.get()))
                : Optional.empty();
        ContentCoding coding = range.isPresent() ? ContentCoding.IDENTITY : bestCoding();
        if (isKnown(coding.tag(version.get()))) {
            return;
        }
        try {
            if (range.isPresent()) {
                sendPart(file, version.get(), range.get());
            } else {
                sendWhole(file, version, coding);
            }
        } catch (RuntimeException e) {
            response.setHeader(HttpHeaders.ETAG, null); // it is not the tag of what is answered instead
            throw e;
        }
    }

    /** Whether the answer is that the client has the file already. */
    private boolean isKnown(String tag) {
        refuseUnless(!Preconditions.isOtherMeant(request, tag));
        if (Preconditions.isNoneMeant(request)) {
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return true;
        }
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    private static void refuseUnless(boolean isMet) {
        if (!isMet) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
        }
    }

    private ContentCoding bestCoding() {
        return accepted.best().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE));
    }

    private void sendWhole(GeneratedFile file, Optional<String> version, ContentCoding coding) throws IOException {
        boolean isLengthAsked = isHead() && coding == ContentCoding.IDENTITY && version.isPresent();
        long length = isLengthAsked ? offsets.of(version.get(), file).length() : -1;
        GeneratedFile.Block first = file.read(0);
        describe(file, version.isPresent() ? "bytes" : "none");
        if (coding == ContentCoding.GZIP) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (isLengthAsked) {
            response.setContentLengthLong(length);
        }
        if (!isHead()) {
            commitUnlessLast(file, 0);
            writeWhole(file, first, coding);
        }
    }

    private void writeWhole(GeneratedFile file, GeneratedFile.Block first, ContentCoding coding) throws IOException {
        // Not closed on a failure: the end of the compressed form would make a part of the file look whole.
        OutputStream body = response.getOutputStream();
        GZIPOutputStream compressed = coding == ContentCoding.GZIP ? new GZIPOutputStream(body, 8192) : null;
        OutputStream out = compressed == null ? body : compressed;
        ReadAhead blocks = new ReadAhead(file, 0, first, readers);
        while (blocks.hasNext()) {
            blocks.writeNext(out);
        }
        if (compressed != null) {
            compressed.finish();
        }
    }

    private void sendPart(GeneratedFile file, String version, HttpRange range) throws IOException {
        BlockOffsets known = offsets.of(version, file);
        long from = range.getRangeStart(known.length());
        long to = range.getRangeEnd(known.length());
        if (from >= known.length()) {
            throw new RangeNotSatisfiable(known.length());
        }
        int number = known.blockOf(from);
        GeneratedFile.Block block = file.read(number);
        describe(file, "bytes");
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + known.length());
        response.setContentLengthLong(to - from + 1);
        commitUnlessLast(file, number);
        ByteWindow window = new ByteWindow(response.getOutputStream(), from - known.offset(number), to - from + 1);
        ReadAhead blocks = new ReadAhead(file, number, block, readers);
        while (!window.isFull()) {
            blocks.writeNext(window);
        }
    }

    /** From then on a failure can only break the answer off, however little of it was written. */
    private void commitUnlessLast(GeneratedFile file, int number) throws IOException {
        if (number + 1 < file.blocks()) {
            response.flushBuffer();
        }
    }

    private void describe(GeneratedFile file, String ranges) {
        response.setHeader(HttpHeaders.ACCEPT_RANGES, ranges);
        response.setContentType(file.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private boolean isHead() {
        return HttpMethod.HEAD.matches(request.getMethod());
    }
}
