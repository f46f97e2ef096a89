-- A tenant's numbers per hour, written by the projection statistics only.

-- What later events of a file do not say themselves.
create table statistics_files (
    upload_id uuid primary key,
    tenant text not null,
    file_type text not null,
    last_event bigint not null
)
with (fillfactor = 50);

create table statistics (
    tenant text not null,
    hour timestamptz not null,
    -- Empty for a rejected file whose header matched no type.
    file_type text not null,
    -- FILE_ACCEPTED, FILE_REJECTED, VIOLATION, ROW_SUCCESS or ROW_ERROR.
    measure text not null,
    -- Of the violation or the refusal; empty otherwise.
    code text not null,
    amount bigint not null,
    primary key (tenant, hour, file_type, measure, code)
)
with (fillfactor = 70);
