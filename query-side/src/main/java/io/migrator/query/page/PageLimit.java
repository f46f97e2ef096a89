package io.migrator.query.page;

import io.migrator.api.Rejection;
import org.jspecify.annotations.Nullable;

/** How many items a page holds. */
public final class PageLimit {

    private static final int DEFAULT = 50;
    private static final int MAXIMUM = 500;

    private PageLimit() {}

    /**
     * What was asked for, or 50.
     *
     * @throws Rejection {@code LIMIT_INVALID} when it is not between 1 and 500
     */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAXIMUM) {
            throw new Rejection(
                    Rejection.Kind.MALFORMED, "LIMIT_INVALID", "limit is a number from 1 to " + MAXIMUM + ".");
        }
        return asked;
    }
}
