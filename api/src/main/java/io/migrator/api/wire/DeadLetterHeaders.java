package io.migrator.api.wire;

/** Headers of a record on a dead-letter topic, UTF-8 text each. Key and value are those of the original record. */
public final class DeadLetterHeaders {

    /** A stable code: why the record was set aside. */
    public static final String CODE = "migrator-reason-code";

    /** The reason in words, without content of the record. */
    public static final String REASON = "migrator-reason";

    /** The topic the record came from. */
    public static final String TOPIC = "migrator-topic";

    /** The partition the record came from. */
    public static final String PARTITION = "migrator-partition";

    /** The offset the record had there. */
    public static final String OFFSET = "migrator-offset";

    private DeadLetterHeaders() {}
}
