package io.migrator.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.api.FileStatus;
import io.migrator.api.RowStatus;
import io.migrator.api.filetypes.FileTypeSpec;
import io.migrator.api.filetypes.FileTypes;
import io.migrator.query.QuerySideTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookupTablesTest extends QuerySideTest {

    @Test
    void the_tables_say_what_the_enums_and_the_types_say() {
        assertThat(jdbc.queryForList("select id || ' ' || name from file_status", String.class))
                .containsExactlyInAnyOrderElementsOf(Stream.of(FileStatus.values())
                        .map(status -> status.id() + " " + status)
                        .toList());
        assertThat(jdbc.queryForList("select id || ' ' || name from csv_row_status", String.class))
                .containsExactlyInAnyOrderElementsOf(Stream.of(RowStatus.values())
                        .map(status -> status.id() + " " + status)
                        .toList());
        assertThat(jdbc.queryForList("select name from file_types", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        FileTypes.load().all().stream().map(FileTypeSpec::name).toList());
    }
}
