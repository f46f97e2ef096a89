-- Finds the first earlier upload of the same bytes.
create index file_uploads_same_content on file_uploads (tenant, sha256, uploaded_at, id);
