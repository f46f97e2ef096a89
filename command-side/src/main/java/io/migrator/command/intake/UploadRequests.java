package io.migrator.command.intake;

import io.migrator.api.Rejection;
import io.migrator.command.intake.spool.BrokenBodyException;
import io.migrator.command.intake.spool.CompressedBody;
import io.migrator.command.intake.spool.ReceivingLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * Finds the file in a request: the part {@code file} of a form, or the whole body, either compressed with gzip on its way. The
 * part is read as it comes, so that the disk sees a file once. Stateless.
 */
final class UploadRequests {

    private static final String PART = "file";

    private UploadRequests() {}

    /**
     * The file, or nothing when the request is of a content type or encoding that is not taken.
     *
     * @throws BrokenBodyException when the body is not in the form that it claims
     * @throws Rejection when a form has no part of the right name, or an option is not understood
     */
    static Optional<UploadBody> open(HttpServletRequest request, ReceivingLimits limits) throws BrokenBodyException {
        ContentType type = ContentType.of(request.getContentType());
        if (!isEncodingTaken(request)) {
            return Optional.empty();
        }
        try {
            if (type.isForm()) {
                return Optional.of(part(request, limits));
            }
            if (type.isFile()) {
                String name =
                        Optional.ofNullable(request.getParameter("fileName")).orElse("");
                ReadingOptions options = ReadingOptions.of(request, type.charsetOfText());
                return Optional.of(new UploadBody(
                        FileNames.cleaned(name), options, decoded(request, limits), isCompressed(request)));
            }
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
        return Optional.empty();
    }

    /** The library checks a name as a path of this system, which names of other systems need not be. */
    private static String name(FileItemInput item) {
        try {
            return Optional.ofNullable(item.getName()).orElse("");
        } catch (InvalidPathException e) {
            return e.getInput().replace("\0", "");
        }
    }

    private static UploadBody part(HttpServletRequest request, ReceivingLimits limits) throws IOException {
        InputStream body = decoded(request, limits);
        FileItemInputIterator parts =
                new JakartaServletFileUpload<>().getItemIterator(new MultipartBody(request, body));
        try {
            while (parts.hasNext()) {
                FileItemInput item = parts.next();
                if (PART.equals(item.getFieldName())) {
                    ContentType type = ContentType.of(item.getContentType());
                    ReadingOptions options = ReadingOptions.of(request, type.charsetOfText());
                    return new UploadBody(
                            FileNames.cleaned(name(item)), options, item.getInputStream(), isCompressed(request));
                }
            }
        } catch (FileUploadException e) {
            throw new IOException(e);
        }
        throw new Rejection(
                Rejection.Kind.MALFORMED, "UPLOAD_PART_MISSING", "Send the file as the part 'file' of the form.");
    }

    private static InputStream decoded(HttpServletRequest request, ReceivingLimits limits) throws IOException {
        return isCompressed(request)
                ? CompressedBody.expanded(request.getInputStream(), limits)
                : request.getInputStream();
    }

    private static boolean isCompressed(HttpServletRequest request) {
        return !encoding(request).isEmpty();
    }

    private static boolean isEncodingTaken(HttpServletRequest request) {
        String encoding = encoding(request);
        return encoding.isEmpty() || encoding.equals("gzip") || encoding.equals("x-gzip");
    }

    private static String encoding(HttpServletRequest request) {
        String encoding = Optional.ofNullable(request.getHeader("Content-Encoding"))
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        return encoding.equals("identity") ? "" : encoding;
    }
}
