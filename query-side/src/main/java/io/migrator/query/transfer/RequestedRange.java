package io.migrator.query.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;

/** The one part of a file that a request asks for. */
final class RequestedRange {

    private RequestedRange() {}

    /**
     * Reads {@code Range} and {@code If-Range}. Empty for everything that is answered by the whole file: no range, several, one
     * that is not well formed or in another unit, one of a file that is no longer the same.
     *
     * @param tag of the form that parts are taken from
     */
    static Optional<HttpRange> of(HttpServletRequest request, String tag) {
        String range = request.getHeader(HttpHeaders.RANGE);
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean isMeant = HttpMethod.GET.matches(request.getMethod())
                && range != null
                && (condition == null || condition.strip().equals(tag));
        return isMeant ? parse(range) : Optional.empty();
    }

    private static Optional<HttpRange> parse(String range) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
