-- One row per uploaded file, written by the projection file-uploads only.

create table file_uploads (
    id uuid primary key,
    tenant text not null,
    file_name text not null,
    -- No foreign key to file_types: a rebuild must not depend on what this node has put there.
    file_type text,
    status_id smallint not null references file_status (id),
    row_count integer not null,
    rows_ready integer not null,
    rows_pending integer not null,
    rows_success integer not null,
    rows_error integer not null,
    attempt integer not null,
    sequence bigint,
    uploaded_by text not null,
    uploaded_at timestamptz not null,
    started_by text,
    started_at timestamptz,
    sent_at timestamptz,
    last_outcome_at timestamptz,
    completed_at timestamptz,
    stopped_at timestamptz,
    cancelled_at timestamptz,
    stop_reason text,
    violation_counts jsonb not null,
    file_bytes bigint not null,
    sha256 text not null,
    blank_lines integer not null,
    -- How the file was written; null for a rejected one.
    delimiter text,
    line_end text,
    byte_order_mark boolean,
    -- Aggregate sequence number of the last event seen: the same event twice changes nothing, and readers wait for it.
    last_event bigint not null
)
-- Counts change with every batch of answers and are in no index: the space lets them change in place.
with (fillfactor = 70);

create index file_uploads_newest on file_uploads (tenant, uploaded_at desc, id desc);
create index file_uploads_newest_of_status on file_uploads (tenant, status_id, uploaded_at desc, id desc);
create index file_uploads_newest_of_type on file_uploads (tenant, file_type, uploaded_at desc, id desc);
