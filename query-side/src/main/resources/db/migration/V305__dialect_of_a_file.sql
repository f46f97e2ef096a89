-- How a file was written, in full. Files that were taken in before were all UTF-8 without a line that names the separator.
alter table file_uploads add column charset text;
alter table file_uploads add column separator_line boolean;
