-- One row per record on a dead-letter topic: where it lies and why, never what it says.
CREATE TABLE dead_letters (
    id               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic            TEXT        NOT NULL,
    "partition"      INT         NOT NULL,
    "offset"         BIGINT      NOT NULL,
    code             TEXT        NOT NULL,
    reason           TEXT        NOT NULL,
    source_topic     TEXT        NOT NULL,
    source_partition INT,
    source_offset    BIGINT,
    arrived_at       TIMESTAMPTZ NOT NULL,
    redelivered_at   TIMESTAMPTZ,
    redelivered_by   TEXT,
    UNIQUE (topic, "partition", "offset")
);
