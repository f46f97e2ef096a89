package io.migrator.api.wire;

/** The topics of the contract. */
public final class Topics {

    /** Rows, from the migrator to the target. */
    public static final String ROWS = "MIGRATOR.JL";

    /** Answers, from the target to the migrator. */
    public static final String ANSWERS = "JL.MIGRATOR";

    /** What the target could not read of {@link #ROWS}. */
    public static final String ROWS_DEAD_LETTERS = "MIGRATOR.JL.DLT";

    /** What the migrator could not read or place of {@link #ANSWERS}. */
    public static final String ANSWERS_DEAD_LETTERS = "JL.MIGRATOR.DLT";

    private Topics() {}
}
