-- Requests to upload that carried an Idempotency-Key: who works on one, and what came of it.
create table idempotency_keys (
    tenant           text        not null,
    idempotency_key  text        not null,
    request_digest   text        not null,
    upload_id        uuid        not null,               -- of the last attempt
    stored           boolean     not null default false, -- whether there may be an upload of it
    claimed_until    timestamptz not null,
    version          bigint,                             -- the upload's last event; null as long as the work goes on
    violation_counts text,                               -- of a rejected file
    answer           text,                               -- to an accepted one
    expires_at       timestamptz not null,
    primary key (tenant, idempotency_key)
) with (fillfactor = 50); -- the claim is renewed with every command: room for the new version on the same page

create index idempotency_keys_expiry on idempotency_keys (expires_at);
