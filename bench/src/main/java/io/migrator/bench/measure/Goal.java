package io.migrator.bench.measure;

/**
 * What a line should come to.
 *
 * @param bound what its value is compared with
 */
public record Goal(Kind kind, double bound) {

    /** How a line is judged. */
    public enum Kind {
        /** Ours over the other's is at most the bound. */
        RATIO_AT_MOST("≤ %s ×"),
        /** Ours over the other's is at least the bound. */
        RATIO_AT_LEAST("≥ %s ×"),
        /** Ours is at most the bound. */
        AT_MOST("≤ %s"),
        /** Ours is at least the bound. */
        AT_LEAST("≥ %s"),
        /** It is only told. */
        NONE("");

        private final String form;

        Kind(String form) {
            this.form = form;
        }

        boolean comparesSides() {
            return this == RATIO_AT_MOST || this == RATIO_AT_LEAST;
        }
    }

    /** Ours over the other's is at most this. */
    public static Goal ratioAtMost(double bound) {
        return new Goal(Kind.RATIO_AT_MOST, bound);
    }

    /** Ours over the other's is at least this. */
    public static Goal ratioAtLeast(double bound) {
        return new Goal(Kind.RATIO_AT_LEAST, bound);
    }

    /** Ours is at most this. */
    public static Goal atMost(double bound) {
        return new Goal(Kind.AT_MOST, bound);
    }

    /** Ours is at least this. */
    public static Goal atLeast(double bound) {
        return new Goal(Kind.AT_LEAST, bound);
    }

    /** Nothing is asked for. */
    public static Goal none() {
        return new Goal(Kind.NONE, 0);
    }

    boolean isMetBy(double value) {
        return switch (kind) {
            case RATIO_AT_MOST, AT_MOST -> value <= bound;
            case RATIO_AT_LEAST, AT_LEAST -> value >= bound;
            case NONE -> true;
        };
    }

    /** As it stands in the table. */
    public String text() {
        return String.format(kind.form, Series.figure(bound));
    }
}
