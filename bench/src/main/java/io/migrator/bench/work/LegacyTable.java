package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.host.Servers;
import io.migrator.bench.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Customers in a table as another system has it: keys, amounts, days and moments in types of their own, short codes for states. */
final class LegacyTable {

    private static final String FILE = """
            create unlogged table file (external_id text, title text, first_name text, last_name text, date_of_birth text, email text,
                mobile text, address_line_1 text, address_line_2 text, suburb text, state text, postcode text, country text,
                account_status text, registered_at text, email_verified text, locale text, self_excluded_until text,
                weekly_spend_limit_cents text)""";
    private static final String TABLE = """
            create table client (id bigint primary key, title varchar(10), given_name varchar(60) not null,
                family_name varchar(60) not null, born date not null, mail varchar(120), phone varchar(30), street varchar(100),
                unit varchar(100), suburb varchar(60), state varchar(60), postcode varchar(10), country char(2),
                status char(1) not null, registered timestamp, mail_verified boolean, locale varchar(10), excluded_until date,
                weekly_limit numeric(12, 2))""";
    private static final String FILL = """
            insert into client
            select substr(external_id, 3)::bigint, title, first_name, last_name, date_of_birth::date, email, mobile,
                   address_line_1, address_line_2, suburb, state, postcode, country, left(account_status, 1),
                   registered_at::timestamptz at time zone 'UTC', email_verified::boolean, locale,
                   self_excluded_until::date, weekly_spend_limit_cents::numeric / 100
              from file order by 1""";

    /** What the exporter selects, in one statement. */
    static final String COPY =
            "copy (select id, title, given_name, family_name, born, mail, phone, street, unit, suburb, state, "
                    + "postcode, country, status, registered, mail_verified, locale, excluded_until, weekly_limit from client) to stdout";

    private LegacyTable() {}

    /** Makes the table. */
    static void fill(Servers servers, CustomerFile file) throws SQLException, IOException {
        try (Connection connection = servers.connect();
                Statement statement = connection.createStatement();
                InputStream in = Files.newInputStream(file.path())) {
            statement.execute(FILE);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy file from stdin csv header", in);
            statement.execute(TABLE);
            statement.execute(FILL);
            statement.execute("drop table file");
            statement.execute("vacuum analyze client");
            statement.execute("checkpoint");
        }
    }

    /** Writes the exporter's description of it. */
    static Path describe(Servers servers, Service service, Path password, Path file) throws IOException {
        Files.writeString(password, servers.password());
        return Files.writeString(file, """
                source: legacy
                connection: {url: '%s', user: '%s', password: '${file:%s}'}
                service: {url: '%s', user: admin, password: '${file:%s}'}
                types:
                  CUSTOMER_DETAILS:
                    table: client
                    key: id
                    columns:
                      EXTERNAL_ID: id
                      TITLE: title
                      FIRST_NAME: given_name
                      LAST_NAME: family_name
                      DATE_OF_BIRTH: born
                      EMAIL: mail
                      MOBILE: phone
                      ADDRESS_LINE_1: street
                      ADDRESS_LINE_2: unit
                      SUBURB: suburb
                      STATE: state
                      POSTCODE: postcode
                      COUNTRY: country
                      ACCOUNT_STATUS: {from: status, then: [lookup: {values: {A: ACTIVE, L: LOCKED, D: DEACTIVATED}}]}
                      REGISTERED_AT: registered
                      EMAIL_VERIFIED: mail_verified
                      LOCALE: locale
                      SELF_EXCLUDED_UNTIL: excluded_until
                      WEEKLY_SPEND_LIMIT_CENTS: {from: weekly_limit, then: [minorUnits: 2]}
                """.formatted(
                        servers.databaseUrl(), servers.user(), password, service.url(), service.passwordFile()));
    }
}
