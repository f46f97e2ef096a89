-- Every external id names a customer that exists. A foreign key checks that by a look-up and a lock per row, which took longer
-- than storing the row; here it is checked once per statement. A concurrent DELETE of the customer cannot get between: the
-- target names a customer either in the transaction that inserts it, where nobody else sees it, or while it holds its lock.

ALTER TABLE customer_external_ids DROP CONSTRAINT customer_external_ids_customer_id_fkey;

-- The plan is kept for as long as a connection lives. One made while the table was small would read all of it ever after.
CREATE FUNCTION require_named_customers() RETURNS trigger LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF EXISTS (
        SELECT FROM named n WHERE NOT EXISTS (SELECT FROM crm.customers c WHERE c.id = n.customer_id)
    ) THEN
        RAISE foreign_key_violation USING MESSAGE = 'an external id names a customer that does not exist';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER named_customers_exist AFTER INSERT ON customer_external_ids
    REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION require_named_customers();

CREATE TRIGGER renamed_customers_exist AFTER UPDATE ON customer_external_ids
    REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION require_named_customers();

CREATE FUNCTION refuse_customers_with_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone g
        JOIN crm.customer_external_ids n ON n.customer_id = g.id
        WHERE NOT EXISTS (SELECT FROM crm.customers c WHERE c.id = g.id)
    ) THEN
        RAISE foreign_key_violation USING MESSAGE = 'a customer has external ids';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER no_names_are_left AFTER DELETE ON customers
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_customers_with_names();

CREATE FUNCTION refuse_another_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id THEN
        RAISE foreign_key_violation USING MESSAGE = 'the id of a customer does not change';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ids_do_not_change BEFORE UPDATE OF id ON customers
    FOR EACH ROW EXECUTE FUNCTION refuse_another_id();

CREATE FUNCTION take_names_away() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE crm.customer_external_ids;
    RETURN NULL;
END $$;

CREATE TRIGGER names_go_with_the_customers AFTER TRUNCATE ON customers
    FOR EACH STATEMENT EXECUTE FUNCTION take_names_away();
