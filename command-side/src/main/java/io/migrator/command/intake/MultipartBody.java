package io.migrator.command.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.RequestContext;

/**
 * A form as the parser of parts wants to see it. Names of files are UTF-8, as browsers and curl send them.
 *
 * @param request whose content type names the boundary
 * @param body its body, decompressed
 */
record MultipartBody(HttpServletRequest request, InputStream body) implements RequestContext {

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    /** Not known: the body may be compressed, and the limit is on the file. */
    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public String getContentType() {
        return Optional.ofNullable(request.getContentType()).orElse("");
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public boolean isMultipartRelated() {
        return false;
    }
}
