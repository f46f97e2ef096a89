package io.migrator.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrator.embedded.TestServers;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation whose rows held their answers themselves. */
class UpgradeTest {

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestServers.newDatabase());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration");
    }

    private void createAxonsTables() {
        jdbc.execute("create table domainevententry (globalindex bigserial primary key)");
        jdbc.execute("create table tokenentry (processorname text, segment integer, token bytea, tokentype text)");
    }

    @Test
    void its_rows_are_built_again_from_the_first_event_on_and_not_read_before() {
        migrations().target("306").load().migrate();
        createAxonsTables();
        jdbc.execute("insert into domainevententry values (7)");
        jdbc.execute(
                "insert into tokenentry select name, 0, '\\x01', 'T' from unnest('{csv-rows,statistics}'::text[]) name");
        jdbc.execute("insert into csv_files (upload_id, tenant, chunk_size, attempt, last_event)"
                + " values (gen_random_uuid(), 't', 10, 1, 9)");

        migrations().load().migrate();

        assertThat(jdbc.queryForList("select upload_no from csv_files")).isEmpty();
        assertThat(jdbc.queryForList("select processorname from tokenentry where token is null", String.class))
                .containsExactly("csv-rows");
        assertThat(jdbc.queryForMap(
                        "select target_position, finished_at from projection_rebuilds where name = 'csv-rows'"))
                .containsEntry("target_position", 7L)
                .containsEntry("finished_at", null);
    }

    @Test
    void a_new_installation_has_nothing_to_build_again() {
        migrations().target("306").load().migrate();
        createAxonsTables();
        migrations().load().migrate();
        assertThat(jdbc.queryForList("select name from projection_rebuilds")).isEmpty();
    }
}
