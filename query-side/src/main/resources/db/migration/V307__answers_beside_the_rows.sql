-- Rows and answers are each written once, by COPY; no row is updated any more. The tables are filled again from the events.

drop table csv_row_refusals;
drop table csv_rows;
truncate csv_files, csv_chunks continue identity;

-- One row per CSV row: what was sent. No foreign keys, they would be checked per row.
create table csv_rows (
    upload_no integer not null,
    row_no integer not null,
    record text not null,
    -- As it came in.
    pbj_customer_id text,
    primary key (upload_no, row_no)
);

-- One row per event with answers and chunk that it concerns; the arrays run in parallel. A row may be answered by several
-- events: what the last one says holds, but an answer that names no customer leaves the id known before. Whether a row is a
-- success, or its error still counts, is said by csv_chunks and csv_files.
create table csv_answers (
    upload_no integer not null,
    chunk integer not null,
    -- Aggregate sequence number.
    event integer not null,
    row_nos integer[] not null,
    pbj_customer_ids text[] not null,
    assigned_ids text[] not null,
    crns text[] not null,
    errors text[] not null,
    primary key (upload_no, chunk, event)
);

-- Rows as they are shown, for whoever reads by SQL; always of one file: where upload_no = …
create view csv_row_results as
select
    r.upload_no,
    r.row_no,
    s.status_id,
    r.record,
    coalesce(a.pbj_customer_id, r.pbj_customer_id) as pbj_customer_id,
    a.assigned_id,
    a.crn,
    case when s.status_id = 4 then a.error end as error
from csv_rows r
join csv_files f on f.upload_no = r.upload_no
join csv_chunks c on c.upload_no = r.upload_no and c.chunk = (r.row_no - 1) / f.chunk_size
cross join lateral (
    select case
        when r.row_no - c.first_row < 8 * length(c.succeeded) and get_bit(c.succeeded, r.row_no - c.first_row) = 1 then 3
        when c.failed_attempt = f.attempt
            and r.row_no - c.first_row < 8 * length(c.failed) and get_bit(c.failed, r.row_no - c.first_row) = 1 then 4
        when f.attempt > 0 and c.dispatched_attempt = f.attempt then 2
        else 1
    end as status_id
) s
left join (
    select
        upload_no,
        row_no,
        (array_agg(pbj_customer_id order by event desc) filter (where pbj_customer_id is not null))[1] as pbj_customer_id,
        (array_agg(assigned_id order by event desc))[1] as assigned_id,
        (array_agg(crn order by event desc))[1] as crn,
        (array_agg(error order by event desc))[1] as error
    from csv_answers
    cross join unnest(row_nos, pbj_customer_ids, assigned_ids, crns, errors)
        as answer (row_no, pbj_customer_id, assigned_id, crn, error)
    group by upload_no, row_no
) a on a.upload_no = r.upload_no and a.row_no = r.row_no;

-- An installation that has the projection builds it again. The processor's positions are beside the event store's tables,
-- which are not there when this module's migrations run alone.
do $$
begin
    if to_regclass('tokenentry') is not null and to_regclass('domainevententry') is not null then
        insert into projection_rebuilds (name, target_position, requested_by, requested_at)
            select 'csv-rows', max(globalindex), 'upgrade', now() from domainevententry having count(*) > 0
            on conflict (name) do update set target_position = excluded.target_position,
                requested_by = excluded.requested_by, requested_at = excluded.requested_at, finished_at = null;
        update tokenentry set token = null, tokentype = null where processorname = 'csv-rows';
    end if;
end
$$;
