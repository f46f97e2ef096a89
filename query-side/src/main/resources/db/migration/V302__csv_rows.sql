-- The rows of every accepted file, written by the projection csv-rows only.

-- One row per file: what belongs to all its rows.
create table csv_files (
    upload_id uuid primary key,
    -- Short key of the file inside this projection. Numbers are never given twice, not even after a rebuild.
    upload_no integer generated always as identity unique,
    tenant text not null,
    chunk_size integer not null,
    -- The current attempt: errors and dispatches of an older one no longer count, their rows are ready again. So a retry
    -- changes this one number and no row.
    attempt integer not null,
    last_event bigint not null
)
with (fillfactor = 50);

-- One row per chunk of about a thousand rows: which of them have which state. It is the index of csv_rows by status; an
-- index on csv_rows itself would cost an entry per row and state, and no update could stay within its page.
-- Bit n of a set (get_bit counts alike) is the chunk's row n, counted from 0.
create table csv_chunks (
    upload_no integer not null,
    chunk integer not null,
    first_row integer not null,
    row_count integer not null,
    -- The last attempt in which the broker acknowledged the chunk's open rows (they are always sent together); in the
    -- current attempt it makes them pending, not ready.
    dispatched_attempt integer not null,
    succeeded bytea not null,
    failed bytea not null,
    -- The attempt that the set of failed rows belongs to.
    failed_attempt integer not null,
    primary key (upload_no, chunk)
)
with (fillfactor = 50);

-- One row per CSV row: the record as it was sent, and what the target answered. It is inserted once (COPY) and updated once
-- per final answer; no foreign keys, they would be checked per row.
create table csv_rows (
    upload_no integer not null,
    row_no integer not null,
    -- Aggregate sequence number of the event that holds the last answer.
    answer_event integer,
    -- The attempt that the last answer belongs to.
    attempt smallint not null,
    -- READY until answered: whether an open row is READY or PENDING, and whether an error still counts, is said by
    -- csv_chunks and csv_files.
    status_id smallint not null,
    record text not null,
    -- Until an answer names the customer, the incoming PBJ_CUSTOMER_ID.
    pbj_customer_id text,
    assigned_id text,
    crn text,
    error text,
    primary key (upload_no, row_no)
)
-- The answer's update stays within the page (HOT) and leaves the primary key alone.
with (fillfactor = 60);

-- Which events hold refusals of a row, so that a row's answers of all attempts are found without reading the history.
create table csv_row_refusals (
    upload_no integer not null,
    row_no integer not null,
    event integer not null,
    primary key (upload_no, row_no, event)
);
