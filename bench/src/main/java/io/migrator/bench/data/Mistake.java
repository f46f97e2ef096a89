package io.migrator.bench.data;

/** What is wrong with a row. */
enum Mistake {
    NONE,
    NO_SUCH_DAY,
    NO_SUCH_STATUS,
    NO_MAILBOX,
    NO_FIRST_NAME;

    private static final int EVERY = 100;

    /** One row of a hundred has a mistake, each kind in its turn. */
    static Mistake ofRow(int row) {
        return row % EVERY == 0 ? values()[1 + (row / EVERY) % (values().length - 1)] : NONE;
    }
}
