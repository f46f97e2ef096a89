-- The last rebuild of each projection: as long as it is not finished, reads of its tables are refused.

create table projection_rebuilds (
    name text primary key,
    -- The position in the event store that the projection had to reach again.
    target_position bigint not null,
    requested_by text not null,
    requested_at timestamptz not null,
    finished_at timestamptz
);
