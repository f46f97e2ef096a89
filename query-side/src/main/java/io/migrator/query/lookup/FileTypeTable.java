package io.migrator.query.lookup;

import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings {@code file_types} up to what this version of the service knows, when it starts. */
@Component
class FileTypeTable implements InitializingBean {

    private final JdbcTemplate jdbc;
    private final FileTypes types;

    FileTypeTable(JdbcTemplate jdbc, FileTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @Override
    public void afterPropertiesSet() {
        Object names = types.all().stream().map(FileTypeSpec::name).toArray(String[]::new);
        Object titles = types.all().stream().map(FileTypeSpec::title).toArray(String[]::new);
        // Sorted, so that nodes that start at once do not wait for each other crosswise.
        jdbc.update("""
                insert into file_types (name, title)
                select name, title from unnest(?::text[], ?::text[]) as t (name, title) order by name
                on conflict (name) do update set title = excluded.title""", names, titles);
    }
}
