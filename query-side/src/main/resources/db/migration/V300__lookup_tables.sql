-- What the ids in the read model mean. The ids are those of the enums FileStatus and RowStatus of the api module; a test
-- compares them. file_types is filled at start-up from the types that the service knows; a type is never removed, because
-- uploads of it remain.

create table file_status (
    id smallint primary key,
    name text not null unique
);

insert into file_status (id, name) values
    (1, 'MIGRATE_FILE_STAGING'),
    (2, 'MIGRATE_FILE_REJECTED'),
    (3, 'MIGRATE_FILE_READY'),
    (4, 'MIGRATE_FILE_INPROGRESS'),
    (5, 'MIGRATE_FILE_COMPLETE'),
    (6, 'MIGRATE_FILE_COMPLETE_WITH_ERRORS'),
    (7, 'MIGRATE_FILE_STOPPED'),
    (8, 'MIGRATE_FILE_CANCELLED');

create table csv_row_status (
    id smallint primary key,
    name text not null unique
);

insert into csv_row_status (id, name) values
    (1, 'MIGRATE_ROW_READY'),
    (2, 'MIGRATE_ROW_PENDING'),
    (3, 'MIGRATE_ROW_SUCCESS'),
    (4, 'MIGRATE_ROW_ERROR');

create table file_types (
    name text primary key,
    title text not null
);
