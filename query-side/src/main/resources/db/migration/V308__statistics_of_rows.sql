-- ANALYZE looks at every column that may have statistics, at arrays element by element. Nobody searches by these.
alter table csv_rows
    alter column record set statistics 0,
    alter column pbj_customer_id set statistics 0;
alter table csv_answers
    alter column row_nos set statistics 0,
    alter column pbj_customer_ids set statistics 0,
    alter column assigned_ids set statistics 0,
    alter column crns set statistics 0,
    alter column errors set statistics 0;
alter table csv_chunks
    alter column succeeded set statistics 0,
    alter column failed set statistics 0;
