package io.migrator.bench.peer;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.springframework.batch.infrastructure.item.database.ItemPreparedStatementSetter;

/**
 * The import's table and the statement that fills it. The primary key does what a validating processor cannot: it compares rows.
 * Mailboxes are not compared, although a file of CUSTOMER_DETAILS may have each only once: a second index would slow the import by
 * a fifth, and not everybody would have it.
 */
final class CustomerInsert implements ItemPreparedStatementSetter<Customer> {

    static final String TABLE = """
            create table if not exists imported_customers (
                external_id varchar(100) primary key,
                title varchar(4),
                first_name varchar(44) not null,
                last_name varchar(44) not null,
                date_of_birth date not null,
                email varchar(254),
                mobile varchar(16),
                address_line_1 varchar(97),
                address_line_2 varchar(97),
                suburb varchar(44),
                state varchar(44),
                postcode varchar(10),
                country char(2),
                account_status varchar(11) not null,
                registered_at timestamptz,
                email_verified boolean,
                locale varchar(100),
                self_excluded_until date,
                weekly_spend_limit_cents bigint
            )""";

    static final String STATEMENT = """
            insert into imported_customers (external_id, title, first_name, last_name, date_of_birth, email, mobile,
                address_line_1, address_line_2, suburb, state, postcode, country, account_status, registered_at,
                email_verified, locale, self_excluded_until, weekly_spend_limit_cents)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public void setValues(Customer customer, PreparedStatement insert) throws SQLException {
        insert.setString(1, customer.externalId());
        insert.setString(2, customer.title());
        insert.setString(3, customer.firstName());
        insert.setString(4, customer.lastName());
        insert.setObject(5, customer.dateOfBirth());
        insert.setString(6, customer.email());
        insert.setString(7, customer.mobile());
        insert.setString(8, customer.addressLine1());
        insert.setString(9, customer.addressLine2());
        insert.setString(10, customer.suburb());
        insert.setString(11, customer.state());
        insert.setString(12, customer.postcode());
        insert.setString(13, customer.country());
        insert.setString(14, customer.accountStatus());
        // with its type, as null alone does not tell one
        insert.setObject(15, customer.registeredAt(), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(16, customer.emailVerified(), Types.BOOLEAN);
        insert.setString(17, customer.locale());
        insert.setObject(18, customer.selfExcludedUntil(), Types.DATE);
        insert.setObject(19, customer.weeklySpendLimitCents(), Types.BIGINT);
    }
}
