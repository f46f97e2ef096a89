package io.migrator.exporter.run;

import java.util.List;

/** The description of the source does not fit the service or the source. */
public final class MisfitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param reasons all of them, for the operator */
    MisfitException(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
