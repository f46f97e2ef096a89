package io.migrator.query.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/** The conditions of RFC 9110, section 13.1, that Spring looks at for changing requests only; here they count for reading ones. */
final class Preconditions {

    private static final String ANY = "*";

    private Preconditions() {}

    /** Whether the client asks for a file that is not this one. */
    static boolean isOtherMeant(HttpServletRequest request, String tag) {
        return request.getHeader(HttpHeaders.IF_MATCH) != null
                && tags(request, HttpHeaders.IF_MATCH).stream()
                        .noneMatch(asked ->
                                asked.isWildcard() || asked.formattedTag().equals(tag));
    }

    /** Whether the client asks for one state of a file that has none to be named. */
    static boolean isStateMeant(HttpServletRequest request) {
        return isOtherMeant(request, "");
    }

    /** Whether the client wants nothing that exists. */
    static boolean isNoneMeant(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return header != null && header.strip().equals(ANY);
    }

    private static List<ETag> tags(HttpServletRequest request, String header) {
        return ETag.parse(String.join(",", Collections.list(request.getHeaders(header))));
    }
}
