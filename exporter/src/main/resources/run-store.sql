-- What the store belongs to: the service, its tenant, the source.
create table if not exists binding (
    subject varchar(64) primary key,
    name    varchar     not null
);

create table if not exists run (
    run            bigint generated always as identity primary key,
    started_at     timestamp with time zone not null,
    ended_at       timestamp with time zone,
    sends_all      boolean not null,
    migrates       boolean not null,
    rows_per_block int     not null,
    rows_per_part  int     not null
);

-- What is read for one file type in a run; made once, never changed.
create table if not exists extract (
    run         bigint      not null references run,
    file_type   varchar(64) not null,
    place       bigint generated always as identity,
    consistency varchar(16) not null,
    -- how rows were mapped; another mapping makes other rows of the same source
    mapping     varchar(64) not null,
    -- the change column's greatest value, and the one that was read from
    state       varchar,
    since       varchar,
    primary key (run, file_type)
);

create table if not exists block (
    run         bigint      not null,
    file_type   varchar(64) not null,
    block       int         not null,
    after_key   varchar     not null,
    up_to_key   varchar     not null,
    planned     bigint      not null,
    attempts    int         not null default 0,
    failure     varchar,
    finished_at timestamp with time zone,
    read_rows   bigint,
    unchanged   bigint,
    unmapped    bigint,
    primary key (run, file_type, block),
    foreign key (run, file_type) references extract
);

-- Written before a file is sent and when it was answered: what was sent is known whatever happens in between.
create table if not exists sending (
    idempotency_key varchar(255) primary key,
    run             bigint      not null,
    file_type       varchar(64) not null,
    block           int         not null,
    part            int         not null,
    upload_id       varchar(64),
    is_accepted     boolean
);

create table if not exists part (
    run       bigint      not null,
    file_type varchar(64) not null,
    block     int         not null,
    part      int         not null,
    upload_id varchar(64) not null,
    sent      int         not null,
    refused   int         not null,
    accepted  int         not null,
    status    varchar(64),
    success   int,
    error     int,
    primary key (run, file_type, block, part)
);

create table if not exists refusal (
    run         bigint       not null,
    file_type   varchar(64)  not null,
    external_id varchar      not null,
    by_whom     varchar(16)  not null,
    column_name varchar(64)  not null,
    code        varchar(64)  not null,
    message     varchar      not null,
    primary key (run, file_type, external_id, by_whom, column_name, code)
);

-- The rows that the service has, and in which run they were there last.
create table if not exists seen (
    file_type   varchar(64)   not null,
    external_id varchar       not null,
    fingerprint varbinary(16) not null,
    run         bigint        not null,
    -- in this order, so that a list of ids is looked up by the index
    primary key (external_id, file_type)
);

-- Rows that the service has and the source had no more.
create table if not exists vanished (
    run         bigint      not null,
    file_type   varchar(64) not null,
    external_id varchar     not null,
    primary key (run, file_type, external_id)
);
