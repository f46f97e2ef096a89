package io.migrator.bench.peer;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows' table of the floors: what the service's own {@code csv_rows} holds per row, nothing around it. */
final class FloorTable {

    private static final String TABLE = """
            create table floor_rows (
                upload_no integer not null,
                row_no integer not null,
                attempt smallint not null,
                status_id smallint not null,
                record text not null,
                answer_event integer,
                pbj_customer_id text,
                assigned_id text,
                crn text,
                error text,
                primary key (upload_no, row_no)
            )
            with (fillfactor = 60)""";

    static final String COPY_IN =
            "copy floor_rows (upload_no, row_no, attempt, status_id, record) from stdin (format binary)";
    static final int ZEROS = 2;
    static final int UPLOAD = 1;

    private FloorTable() {}

    static void createAnew(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("drop table if exists floor_rows");
        jdbc.execute(TABLE);
    }
}
