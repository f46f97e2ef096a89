package io.migrator.crm;

import static io.migrator.crm.Answers.assertAction;
import static io.migrator.crm.Rows.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrator.api.wire.RowAnswer.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An external id never names a customer that is not there, whoever writes to the tables. */
class NamedCustomersTest {

    private static final Installation TARGET = new Installation();

    @BeforeEach
    void oneCustomer() {
        TARGET.empty();
        assertAction(TARGET.takeOne(customer("EXT-1")), Action.INSERTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO crm.customer_external_ids VALUES ('acme', 'EXT-2', 1)",
                "INSERT INTO crm.customer_external_ids SELECT 'acme', 'EXT-2', max(id) FROM crm.customers"
                        + " UNION ALL SELECT 'acme', 'EXT-3', 1",
                "UPDATE crm.customer_external_ids SET customer_id = 1",
                "DELETE FROM crm.customers",
                "UPDATE crm.customers SET id = 1",
            })
    void whatWouldLeaveANameWithoutItsCustomerIsRefused(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
        assertThat(TARGET.query("SELECT n.external_id FROM crm.customer_external_ids n JOIN crm.customers c"
                        + " ON c.id = n.customer_id"))
                .containsExactly("EXT-1");
    }

    @Test
    void aCustomerCanBeDeletedAfterItsNames() throws SQLException {
        execute("DELETE FROM crm.customer_external_ids");
        execute("DELETE FROM crm.customers");

        assertAction(TARGET.takeOne(customer("EXT-1")), Action.INSERTED);
    }

    @Test
    void emptyingTheTableOfCustomersTakesTheirNamesAway() throws SQLException {
        execute("TRUNCATE crm.customers CASCADE");

        assertThat(TARGET.query("SELECT * FROM crm.customer_external_ids")).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TARGET.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
