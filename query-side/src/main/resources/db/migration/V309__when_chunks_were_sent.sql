-- Since when the pending rows of a chunk wait for an answer; null for those that were sent before this was kept.
alter table csv_chunks add column dispatched_at timestamptz;

-- Rows as they are shown, for whoever reads by SQL; always of one file: where upload_no = …
create or replace view csv_row_results as
select
    r.upload_no,
    r.row_no,
    s.status_id,
    r.record,
    coalesce(a.pbj_customer_id, r.pbj_customer_id) as pbj_customer_id,
    a.assigned_id,
    a.crn,
    case when s.status_id = 4 then a.error end as error,
    case when s.status_id = 2 then c.dispatched_at end as sent_at
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
