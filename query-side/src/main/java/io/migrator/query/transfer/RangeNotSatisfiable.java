package io.migrator.query.transfer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A range begins after the file's last byte (416); the answer says how long the file is. */
final class RangeNotSatisfiable extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final long length;

    RangeNotSatisfiable(long length) {
        super(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        this.length = length;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
        return headers;
    }
}
