-- ANALYZE looks at every column that may have statistics. Nobody searches by these; a growing table is analysed often.
ALTER TABLE domainevententry
    ALTER COLUMN payload SET STATISTICS 0,
    ALTER COLUMN metadata SET STATISTICS 0,
    ALTER COLUMN eventidentifier SET STATISTICS 0,
    ALTER COLUMN timestamp SET STATISTICS 0;
