package io.migrator.app.web;

import io.migrator.api.Rejection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What is said about a request that no controller could be called for.
 *
 * @param headers what the protocol wants told beside, such as {@code Allow}
 */
record MalformedRequest(HttpStatusCode status, String code, String detail, HttpHeaders headers) {

    private static final String INVALID_PARAMETER = "INVALID_PARAMETER";
    private static final String MISSING_PARAMETER = "MISSING_PARAMETER";
    private static final String UNREADABLE_BODY = "UNREADABLE_BODY";

    /** Recognises the exceptions with which Spring MVC turns a request away. */
    static Optional<MalformedRequest> behind(Throwable fault) {
        MalformedRequest known = recognised(fault);
        if (known != null) {
            return Optional.of(known);
        }
        if (fault instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return Optional.of(of(status, status.name(), "The request was refused: " + status.getReasonPhrase() + ".")
                    .with(response.getHeaders()));
        }
        return Optional.empty();
    }

    private static @Nullable MalformedRequest recognised(Throwable fault) {
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (fault instanceof MaxUploadSizeExceededException) {
            return of(HttpStatus.CONTENT_TOO_LARGE, "PAYLOAD_TOO_LARGE", "The body is larger than what is accepted.");
        }
        if (fault instanceof MultipartException || fault instanceof HttpMessageNotReadableException) {
            return bad(UNREADABLE_BODY, "The body could not be read to its end in the form its Content-Type names.");
        }
        if (fault instanceof InvalidParameterException) {
            return bad(
                    INVALID_PARAMETER,
                    "The query is not encoded as URLs are; write % followed by two hexadecimal digits.");
        }
        MalformedRequest parameter = parameter(fault);
        return parameter == null ? protocol(fault) : parameter;
    }

    private static @Nullable MalformedRequest parameter(Throwable fault) {
        if (fault instanceof MissingServletRequestParameterException missing) {
            return bad(MISSING_PARAMETER, "The parameter '" + missing.getParameterName() + "' is missing.");
        }
        if (fault instanceof MissingServletRequestPartException missing) {
            return bad(MISSING_PARAMETER, "The part '" + missing.getRequestPartName() + "' is missing.");
        }
        if (fault instanceof HandlerMethodValidationException || fault instanceof BindException) {
            return bad(INVALID_PARAMETER, "A parameter is outside of what is allowed; see the OpenAPI document.");
        }
        return null;
    }

    private static @Nullable MalformedRequest protocol(Throwable fault) {
        if (fault instanceof NoResourceFoundException || fault instanceof NoHandlerFoundException) {
            return notFound();
        }
        if (fault instanceof HttpRequestMethodNotSupportedException method) {
            return of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "This path does not take this method.")
                    .with(method.getHeaders());
        }
        if (fault instanceof HttpMediaTypeNotSupportedException media) {
            return of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "UNSUPPORTED_MEDIA_TYPE",
                            "This path does not take a body of this Content-Type.")
                    .with(media.getHeaders());
        }
        if (fault instanceof HttpMediaTypeNotAcceptableException media) {
            return of(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "The answer cannot be given in the form of Accept.")
                    .with(media.getHeaders());
        }
        return null;
    }

    /** An id in the path that is no id names nothing: the answer is the same as for an id that is not known. */
    private static MalformedRequest mismatch(MethodArgumentTypeMismatchException mismatch) {
        MethodParameter parameter = mismatch.getParameter();
        if (!parameter.hasParameterAnnotation(PathVariable.class)) {
            return bad(
                    INVALID_PARAMETER,
                    "The parameter '" + mismatch.getName() + "' cannot have this value."
                            + allowedValues(mismatch.getRequiredType()));
        }
        if (parameter.getParameterType() == UUID.class && isOfUploads(parameter)) {
            Rejection unknown = Rejection.uploadNotFound();
            return of(HttpStatus.NOT_FOUND, unknown.code(), unknown.getMessage());
        }
        return notFound();
    }

    private static boolean isOfUploads(MethodParameter parameter) {
        String name = String.valueOf(parameter.getParameterName()).toLowerCase(Locale.ROOT);
        return name.equals("id") || name.contains("upload");
    }

    private static String allowedValues(@Nullable Class<?> type) {
        Object[] constants = type == null ? null : type.getEnumConstants();
        if (constants == null) {
            return "";
        }
        StringBuilder names = new StringBuilder(" Known are: ");
        for (int i = 0; i < constants.length; i++) {
            names.append(i == 0 ? "" : ", ").append(((Enum<?>) constants[i]).name());
        }
        return names.append('.').toString();
    }

    static MalformedRequest notFound() {
        return of(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this path.");
    }

    private static MalformedRequest bad(String code, String detail) {
        return of(HttpStatus.BAD_REQUEST, code, detail);
    }

    private static MalformedRequest of(HttpStatus status, String code, String detail) {
        return new MalformedRequest(status, code, detail, HttpHeaders.EMPTY);
    }

    private MalformedRequest with(HttpHeaders more) {
        return new MalformedRequest(status, code, detail, more);
    }
}
