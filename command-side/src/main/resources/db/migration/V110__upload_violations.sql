-- The violations of rejected files, in the order in which they were found, sealed in chunks of up to 1,000.
-- They are kept for a limited time only: row content of a file that was refused has no other reason to stay.
create table upload_violations (
    tenant          text        not null,
    upload_id       uuid        not null,
    chunk           integer     not null,
    first_number    bigint      not null,
    violation_count integer     not null,
    content         bytea       not null,
    expires_at      timestamptz not null,
    primary key (tenant, upload_id, chunk)
);

-- Sealed bytes are compressed already.
alter table upload_violations alter column content set storage external;

create index upload_violations_expiry on upload_violations (expires_at);
