create table if not exists pipeline_uploads (
    upload_no integer generated always as identity primary key,
    id uuid not null unique,
    tenant text not null,
    status text not null,
    row_count integer not null,
    succeeded integer not null default 0,
    failed integer not null default 0,
    -- of the migration; null until it starts
    sequence bigint
)
with (fillfactor = 50);

create table if not exists pipeline_rows (
    upload_no integer not null,
    row_no integer not null,
    -- 0 ready, 1 pending, 2 success, 3 error
    status smallint not null,
    record text not null,
    pbj_customer_id text,
    assigned_id text,
    crn text,
    error text,
    primary key (upload_no, row_no)
)
-- Room for the two changes of every row in its own page (HOT), so that no index is touched.
with (fillfactor = 45);

-- Up to where the answers have been taken in.
create table if not exists pipeline_positions (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
)
with (fillfactor = 50);
