-- The last sequence handed to a migration of the tenant: the higher one wins in the target.
CREATE TABLE migration_sequences (
    tenant TEXT   NOT NULL PRIMARY KEY,
    last   BIGINT NOT NULL
);
